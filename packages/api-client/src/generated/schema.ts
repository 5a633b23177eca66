// Generated from openapi.json by `pnpm --filter @berth/api-client generate`. Not edited by hand.

export interface paths {
    "/audit-logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes that came about, in the form of Harbor before 2.13; those of projects whose log the caller may read */
        get: operations["listAuditLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auditlog-exts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit log; without audit-log:list in the system, that of projects whose log the caller may read */
        get: operations["listAuditLogExts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auditlog-exts/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit log as a table of at most 100,000 entries, filtered and sorted as the list */
        get: operations["downloadAuditLogExts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auditlog-exts/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Names of Harbor's kinds of entries, by which they are purged and left out */
        get: operations["listAuditLogEventTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/configurations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Settings of the system */
        get: operations["getConfigurations"];
        /** Change settings; the others stay as they are, and keys that Berth does not have are ignored */
        put: operations["updateConfigurations"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How each component is */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/icons/{digest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The icon that an artifact names */
        get: operations["getIcon"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/internalconfig": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same settings, under the name that services of Harbor use; secret ones are left out */
        get: operations["getInternalconfig"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobservice/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs of every job, without their tasks */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobservice/jobs/{job_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A run, or a task of one */
        get: operations["getJob"];
        /** Stop a run; "all": whatever runs */
        put: operations["stopRunningJob"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobservice/jobs/{job_id}/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a run has to say, as text */
        get: operations["actionGetJobLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobservice/jobs/{job_id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tasks of a run */
        get: operations["listTasksOfJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobservice/pools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The jobservices at work */
        get: operations["getWorkerPools"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobservice/pools/{pool_id}/workers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the workers of a jobservice do; "all": of every one */
        get: operations["getWorkers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobservice/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits, by type of job */
        get: operations["listJobQueues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobservice/queues/{job_type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** End what waits, or keep it waiting until it may go on; "all": in every queue, "SCHEDULER": what schedules start */
        put: operations["actionPendingJobs"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Global labels, or those of a project */
        get: operations["ListLabels"];
        put?: never;
        /** Make a label, for every project or for one */
        post: operations["CreateLabel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/labels/{label_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One label */
        get: operations["GetLabelByID"];
        /** Change name, description and colour of a label */
        put: operations["UpdateLabel"];
        post?: never;
        /** Delete a label, from every artifact that has it, too */
        delete: operations["DeleteLabel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ldap/groups/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups of the directory, by name or DN */
        get: operations["searchLdapGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ldap/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a directory out, as it is set or as the body says */
        post: operations["pingLdap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ldap/users/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make users of people in the directory; 404 names those that it could not, the others are made */
        post: operations["importLdapUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ldap/users/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People of the directory, by their user names */
        get: operations["searchLdapUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's projects with what they use, what changed last, and pushes and pulls of thirty days */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What robots may be given */
        get: operations["getPermissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is the api there? Answers Pong */
        get: operations["getPing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Projects that the caller may see */
        get: operations["listProjects"];
        put?: never;
        /** Make a project */
        post: operations["createProject"];
        delete?: never;
        options?: never;
        /** Is there a project of this name? 200 or 404 */
        head: operations["headProject"];
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name_or_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One project */
        get: operations["getProject"];
        /** Change the public flag and other metadata */
        put: operations["updateProject"];
        post?: never;
        /** Delete an empty project; 412 while it holds repositories */
        delete: operations["deleteProject"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name_or_id}/_deletable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** May it be deleted, and if not, why */
        get: operations["getProjectDeletable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name_or_id}/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pushes and pulls of thirty days, the oldest first */
        get: operations["getProjectActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name_or_id}/immutabletagrules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rules that keep tags of a project as they are, from everybody or from all but some roles */
        get: operations["ListImmuRules"];
        put?: never;
        /** Add a rule; it acts on the next push, move or deletion */
        post: operations["CreateImmuRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name_or_id}/immutabletagrules/{immutable_rule_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a rule, or switch it on or off */
        put: operations["UpdateImmuRule"];
        post?: never;
        /** Delete a rule: its tags can be moved and deleted from now on */
        delete: operations["DeleteImmuRule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name_or_id}/matchingtags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tags of a project that patterns are about, for whoever writes a rule */
        get: operations["listMatchingTags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name_or_id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members of a project */
        get: operations["listProjectMembers"];
        put?: never;
        /** Give a user or a group a role */
        post: operations["createProjectMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name_or_id}/members/{mid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One member */
        get: operations["getProjectMember"];
        /** Change a member's role */
        put: operations["updateProjectMember"];
        post?: never;
        /** Remove a member */
        delete: operations["deleteProjectMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name_or_id}/metadatas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Metadata of a project */
        get: operations["listProjectMetadatas"];
        put?: never;
        /** Set one key that is not set yet */
        post: operations["addProjectMetadatas"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name_or_id}/metadatas/{meta_name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One key with its value */
        get: operations["getProjectMetadata"];
        /** Change one key */
        put: operations["updateProjectMetadata"];
        post?: never;
        /** Take one key away: the project is as if it had never been set */
        delete: operations["deleteProjectMetadata"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name_or_id}/robots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Robots of a project */
        get: operations["ListRobotV1"];
        put?: never;
        /** Make a robot of a project */
        post: operations["CreateRobotV1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name_or_id}/robots/{robot_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One robot of a project */
        get: operations["GetRobotByIDV1"];
        /** Change a robot of a project: what is left out stays as it is */
        put: operations["UpdateRobotV1"];
        post?: never;
        /** Delete a robot of a project */
        delete: operations["DeleteRobotV1"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name_or_id}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts and quota, as far as the caller may see them */
        get: operations["getProjectSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name_or_id}/webhook/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What webhooks may be told of, of which kinds they are, and in which form they are told */
        get: operations["GetSupportedEventTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name_or_id}/webhook/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deliveries of a webhook as older clients ask for them */
        get: operations["ListWebhookJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name_or_id}/webhook/lasttrigger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When each webhook of a project was last told of what */
        get: operations["LastTrigger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name_or_id}/webhook/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Webhooks of a project, and how they fare */
        get: operations["ListWebhookPoliciesOfProject"];
        put?: never;
        /** Add a webhook: it is told of what happens from now on */
        post: operations["CreateWebhookPolicyOfProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name_or_id}/webhook/policies/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an example to a receiver, and say what it answers */
        post: operations["testWebhookPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name_or_id}/webhook/policies/{webhook_policy_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One webhook */
        get: operations["GetWebhookPolicyOfProject"];
        /** Change a webhook, or switch it on or off; what waits goes to the receiver as it is then, or ends */
        put: operations["UpdateWebhookPolicyOfProject"];
        post?: never;
        /** Remove a webhook; what waits to be delivered ends */
        delete: operations["DeleteWebhookPolicyOfProject"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name_or_id}/webhook/policies/{webhook_policy_id}/executions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deliveries of a webhook, the newest first. `q` takes status and event_type */
        get: operations["ListExecutionsOfWebhookPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name_or_id}/webhook/policies/{webhook_policy_id}/executions/{execution_id}/redelivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell a webhook once more what a delivery told; its event has the same id */
        post: operations["redeliverWebhookExecution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name_or_id}/webhook/policies/{webhook_policy_id}/executions/{execution_id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The one task of a delivery: how often it was tried, and what came of it */
        get: operations["ListTasksOfWebhookExecution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name_or_id}/webhook/policies/{webhook_policy_id}/executions/{execution_id}/tasks/{task_id}/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What came of each attempt, as text */
        get: operations["GetLogsOfWebhookTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name}/auditlog-exts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit log of a project */
        get: operations["getLogExts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name}/auditlog-exts/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit log of a project as a table of at most 100,000 entries, filtered and sorted as the list */
        get: operations["downloadProjectAuditLogExts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes of a project that came about, in the form of Harbor before 2.13 */
        get: operations["getLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name}/repositories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Repositories of a project, as far as the caller may see them */
        get: operations["listRepositories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name}/repositories/{repository_name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One repository */
        get: operations["getRepository"];
        /** Change the description */
        put: operations["updateRepository"];
        post?: never;
        /** Delete a repository with all it holds */
        delete: operations["deleteRepository"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name}/repositories/{repository_name}/artifacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Artifacts of a repository; an empty list where there is no such repository */
        get: operations["listArtifacts"];
        put?: never;
        /** Copy an artifact with all that is about it, from wherever the caller may pull it. By tag the copy gets that tag, by digest those of its tags that are free */
        post: operations["CopyArtifact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One artifact, by tag or digest */
        get: operations["getArtifact"];
        put?: never;
        post?: never;
        /** Delete an artifact with all its tags; 412 while an index holds it or a rule keeps one of its tags */
        delete: operations["deleteArtifact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}/accessories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is about an artifact: signatures, SBOMs, attestations and whatever else refers to it */
        get: operations["listAccessories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}/additions/build_history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the image was built, oldest step first */
        get: operations["getBuildHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}/additions/dependencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a chart needs, by its Chart.yaml */
        get: operations["getChartDependencies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}/additions/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Files that an artifact says it holds, 1000 at most */
        get: operations["getFiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}/additions/readme.md": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** README.md of a chart */
        get: operations["getChartReadme"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}/additions/values.yaml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** values.yaml of a chart */
        get: operations["getChartValues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}/additions/{addition}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What Harbor shows beside an artifact: the report of an image, which is empty until it is scanned */
        get: operations["getAddition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a label on an artifact: a global one, or one of its project */
        post: operations["addLabel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}/labels/{label_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a label off an artifact */
        delete: operations["removeLabel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}/layers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an image is made of, the base first: each layer with the step of the build that made it, 1000 at most */
        get: operations["listLayers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}/manifest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The manifest as it was pushed, for whoever may pull it */
        get: operations["getManifest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}/referrers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same with what is about each of these, at every depth: 500 at most */
        get: operations["listReferrers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tags of an artifact */
        get: operations["listTags"];
        put?: never;
        /** Give an artifact one more tag */
        post: operations["createTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}/tags/{tag_name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a tag of an artifact */
        delete: operations["deleteTag"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name}/repositories/{repository_name}/deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deleted tags and artifacts of a repository that can still be restored */
        get: operations["listDeleted"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name}/repositories/{repository_name}/deleted/{reference}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete for good: a deleted artifact goes before its time, with the blobs that nothing else in the repository uses */
        delete: operations["purgeDeleted"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name}/repositories/{repository_name}/deleted/{reference}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore an artifact, by digest, with the tags that it lost; or a tag, with its artifact. 409 while the tag names something else, 412 while blobs are missing */
        post: operations["restoreDeleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name}/repositories/{repository_name}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One row per tag of a repository */
        get: operations["listRepositoryTags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name}/repositories/{repository_name}/tags/{tag_name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a tag; its artifact stays */
        delete: operations["deleteRepositoryTag"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name}/repositories/{repository_name}/tags/{tag_name}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who pushed, moved, deleted or restored a tag, whether or not it is there now */
        get: operations["listTagHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_name}/repositories/{repository_name}/tags/{tag_name}/history/{event_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Point a tag at what it named before an entry of its history. 409 where that is gone for good */
        post: operations["restoreTagBefore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quotas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each project may store, and what it stores */
        get: operations["listQuotas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quotas/{quota_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The quota of a project */
        get: operations["getQuota"];
        /** Change what a project may store */
        put: operations["updateQuota"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Registries elsewhere */
        get: operations["listRegistries"];
        put?: never;
        /** Set up a registry; where it cannot be used as it is set up, the header Warning says why */
        post: operations["createRegistry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registries/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look whether a registry answers and lets in, as it is set up or as the body says */
        post: operations["pingRegistry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One registry */
        get: operations["getRegistry"];
        /** Change a registry; what is left out stays. Where it cannot be used then, the header Warning says why */
        put: operations["updateRegistry"];
        post?: never;
        /** Delete a registry that no rule and no project uses */
        delete: operations["deleteRegistry"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registries/{id}/info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What rules of replication can do with a registry; 0 stands for this one */
        get: operations["getRegistryInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/replication/adapterinfos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Addresses and credentials of each kind of registry, to fill a form with */
        get: operations["listRegistryProviderInfos"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/replication/adapters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kinds of registries that can be set up */
        get: operations["listRegistryProviderTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/repositories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Repositories of every project that the caller may see */
        get: operations["listAllRepositories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/retentions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the retention policy of a project */
        post: operations["createRetention"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/retentions/metadatas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What rules of retention can be made of */
        get: operations["getRentenitionMetadata"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/retentions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A retention policy */
        get: operations["getRetention"];
        /** Change rules, schedule and brake of a policy; previews of it are outdated then */
        put: operations["updateRetention"];
        post?: never;
        /** Delete a policy with its schedule; runs under way stop */
        delete: operations["deleteRetention"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/retentions/{id}/executions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs of a policy, the newest first */
        get: operations["listRetentionExecutions"];
        put?: never;
        /** Run a policy, or preview what a run would take; with `preview`, take nothing but what that said */
        post: operations["triggerRetentionExecution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/retentions/{id}/executions/{eid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Stop a run; what has gone by then can be restored */
        patch: operations["operateRetentionExecution"];
        trace?: never;
    };
    "/retentions/{id}/executions/{eid}/artifacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Artifacts that a run looked at: which go, which stay, and by which rule. `q` takes outcome and repository */
        get: operations["listRetentionVerdicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/retentions/{id}/executions/{eid}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tasks of a run, one for each repository */
        get: operations["listRetentionTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/retentions/{id}/executions/{eid}/tasks/{tid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a task has to say, as text: each artifact, and why it stays or goes */
        get: operations["getRetentionTaskLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/robots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Robots of the system, or of the project that q=Level=project,ProjectID=… names */
        get: operations["ListRobot"];
        put?: never;
        /** Make a robot with rights that its maker holds; its secret is shown once */
        post: operations["CreateRobot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/robots/{robot_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One robot */
        get: operations["GetRobotByID"];
        /** Change a robot: what is left out stays as it is */
        put: operations["UpdateRobot"];
        post?: never;
        /** Delete a robot: what it has been issued ends */
        delete: operations["DeleteRobot"];
        options?: never;
        head?: never;
        /** Give a robot another secret; the one before may stay good for a while */
        patch: operations["RefreshSec"];
        trace?: never;
    };
    "/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Roles in projects, built in and made here, strongest first */
        get: operations["listRoles"];
        put?: never;
        /** Make a role */
        post: operations["createRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/roles/{role_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One role */
        get: operations["getRole"];
        /** Change a role: whoever has it holds what it gives from the next request on */
        put: operations["updateRole"];
        post?: never;
        /** Delete a role that nobody has */
        delete: operations["deleteRole"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/roles/{role_id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has a role, and in which project */
        get: operations["listRoleHolders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What runs by the clock */
        get: operations["listSchedules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedules/{job_type}/paused": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether schedules start nothing at the moment; asked for "all" */
        get: operations["getSchedulePaused"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Projects and repositories by a part of their names */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search/all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Projects, repositories, tags and artifacts by a name, a digest, a label or an annotation */
        get: operations["searchAll"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Settings of the system with what a form has to know of each: groups, texts, bounds */
        get: operations["listSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts of projects and repositories */
        get: operations["getStatistic"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Server-sent events: what changes, of what the caller may see; "reset" where some may have gone by unheard */
        get: operations["streamChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/system/CVEAllowlist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The CVEs that every project without a list of its own lets through */
        get: operations["getSystemCVEAllowlist"];
        /** Put another list in its place */
        put: operations["putSystemCVEAllowlist"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/system/auditlog-forward/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a message of no consequence to a syslog server, and say whether that goes. Over UDP nobody knows whether it arrives */
        post: operations["pingAuditLogForward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/system/gc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs of garbage collection */
        get: operations["getGCHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/system/gc/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When garbage is collected by itself; no body without a schedule */
        get: operations["getGCSchedule"];
        /** Change when garbage is collected */
        put: operations["updateGCSchedule"];
        /** Collect garbage now (Manual), or by a schedule */
        post: operations["createGCSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/system/gc/{gc_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One run */
        get: operations["getGC"];
        /** Stop a run */
        put: operations["stopGC"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/system/gc/{gc_id}/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a run has to say, as text */
        get: operations["getGCLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/system/oidc/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether an OpenID provider answers at an address, and as one that can be signed in by */
        post: operations["pingOIDC"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/system/purgeaudit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Purges of the audit log */
        get: operations["getPurgeHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/system/purgeaudit/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When the audit log is purged by itself; no body without a schedule */
        get: operations["getPurgeSchedule"];
        /** Change when the audit log is purged */
        put: operations["updatePurgeSchedule"];
        /** Purge the audit log now (Manual), or by a schedule */
        post: operations["createPurgeSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/system/purgeaudit/{purge_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One purge */
        get: operations["getPurgeJob"];
        /** Stop a purge */
        put: operations["stopPurge"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/system/purgeaudit/{purge_id}/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a purge has to say, as text */
        get: operations["getPurgeJobLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systeminfo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a client must know before it signs in, and more to whoever is signed in */
        get: operations["getSystemInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systeminfo/getcert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The root certificate that clients have to trust, where the operator has put one there */
        get: operations["getCert"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systeminfo/volumes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How large the disk of the blobs is, and how much of it is free */
        get: operations["getVolumes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/usergroups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups */
        get: operations["listUserGroups"];
        put?: never;
        /** Make a group known */
        post: operations["createUserGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/usergroups/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups by name, to choose one from */
        get: operations["searchUserGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/usergroups/{group_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One group */
        get: operations["getUserGroup"];
        /** Rename a group */
        put: operations["updateUserGroup"];
        post?: never;
        /** Remove a group, and from every project */
        delete: operations["deleteUserGroup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Users */
        get: operations["listUsers"];
        put?: never;
        /** Make a user; signed out, with a CSRF token and while self-registration is on: sign up */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller */
        get: operations["getCurrentUserInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/current/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's rights in a scope */
        get: operations["getCurrentUserPermissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/current/second_factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the caller's second factor is on */
        get: operations["getSecondFactor"];
        put?: never;
        /** A secret for an app: it counts once a code of it was given to `enable` */
        post: operations["offerSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/current/second_factor/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch off the second factor, and end all sessions but the one that asks */
        post: operations["disableSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/current/second_factor/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch on the second factor, and end all sessions but the one that asks */
        post: operations["enableSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/current/second_factor/recovery_codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** New recovery codes in place of those that there are */
        post: operations["renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/current/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's sessions of the portal, the last used first */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /** End the caller's sessions, but for the one that asks */
        delete: operations["endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/current/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of the caller's sessions */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/current/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's access tokens, the newest first, without their secrets */
        get: operations["listAccessTokens"];
        put?: never;
        /** Make an access token: it may do what its owner may at the time, and no more than was chosen */
        post: operations["createAccessToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/current/tokens/{token_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke one of the caller's access tokens */
        delete: operations["deleteAccessToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Users by a part of their name */
        get: operations["searchUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One user */
        get: operations["getUser"];
        /** Change e-mail address, full name, comment */
        put: operations["updateUserProfile"];
        post?: never;
        /** Delete a user */
        delete: operations["deleteUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}/cli_secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give a user of an OIDC provider a new secret for command lines, in place of the one before */
        put: operations["setCliSecret"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who a user is at the directory and at OpenID providers */
        get: operations["listUserIdentities"];
        put?: never;
        /** Let somebody whom an OpenID provider vouches for sign in as this user */
        post: operations["linkUserIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}/identities/{identity_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End that somebody signs in as this user by a source; the groups that it named and the sessions of the user end with it */
        delete: operations["unlinkUserIdentity"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a password, and end all sessions but the one that asks */
        put: operations["updateUserPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}/second_factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take away the second factor of a user who has lost it */
        delete: operations["removeSecondFactorOfUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End all sessions of a user */
        delete: operations["endSessionsOfUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}/sysadmin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Make a user a system administrator, or no longer */
        put: operations["setUserSysAdmin"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Access tokens of a user */
        get: operations["listAccessTokensOfUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}/tokens/{token_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an access token of a user */
        delete: operations["deleteAccessTokenOfUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Access: {
            resource: string;
            action: string;
            /** @description allow, which goes without saying. */
            effect?: string;
        };
        AccessToken: {
            id: number;
            name: string;
            /**
             * @description read: what shows something. write: that, and what changes repositories, artifacts, tags and labels. chosen: what permissions say.
             * @enum {string}
             */
            access: "read" | "write" | "chosen";
            /** @description In projects. */
            permissions: components["schemas"]["Permission"][];
            /** @description Outside of projects. */
            system_permissions: components["schemas"]["Permission"][];
            /** @description Names of the projects in which it counts; absent: in every project. */
            projects?: string[];
            /** @description Patterns of repository names, without their project; absent: in every repository, and for the projects themselves. */
            repositories?: string[];
            /** Format: date-time */
            creation_time: string;
            /**
             * Format: date-time
             * @description Absent: it does not expire.
             */
            expiration_time?: string;
            expired: boolean;
            /** @description Within a week. */
            expires_soon: boolean;
            /** Format: date-time */
            last_used_time?: string;
            last_used_address?: string;
        };
        AccessTokenCreated: {
            id: number;
            name: string;
            /**
             * @description read: what shows something. write: that, and what changes repositories, artifacts, tags and labels. chosen: what permissions say.
             * @enum {string}
             */
            access: "read" | "write" | "chosen";
            /** @description In projects. */
            permissions: components["schemas"]["Permission"][];
            /** @description Outside of projects. */
            system_permissions: components["schemas"]["Permission"][];
            /** @description Names of the projects in which it counts; absent: in every project. */
            projects?: string[];
            /** @description Patterns of repository names, without their project; absent: in every repository, and for the projects themselves. */
            repositories?: string[];
            /** Format: date-time */
            creation_time: string;
            /**
             * Format: date-time
             * @description Absent: it does not expire.
             */
            expiration_time?: string;
            expired: boolean;
            /** @description Within a week. */
            expires_soon: boolean;
            /** Format: date-time */
            last_used_time?: string;
            last_used_address?: string;
            /** @description Shown this once: to be used as the password. */
            secret: string;
        };
        AccessTokenReq: {
            name: string;
            /**
             * @description read: what shows something. write: that, and what changes repositories, artifacts, tags and labels. chosen: what permissions say.
             * @enum {string}
             */
            access: "read" | "write" | "chosen";
            /**
             * @description In projects.
             * @default []
             */
            permissions: components["schemas"]["Permission"][];
            /**
             * @description Outside of projects.
             * @default []
             */
            system_permissions: components["schemas"]["Permission"][];
            /** @description Names of the projects in which it counts; absent: in every project. */
            projects?: string[];
            /** @description Patterns as in AccessToken, of at most 1,000 characters in all. */
            repositories?: string[];
            /**
             * @description Days; -1: for ever, where access_token_max_duration allows it.
             * @default 30
             */
            duration: number;
        };
        Accessory: {
            id: number;
            artifact_id: number;
            subject_artifact_id: number;
            subject_artifact_digest: string;
            subject_artifact_repo: string;
            size: number;
            digest: string;
            /** @description signature.cosign, signature.notation, sbom.harbor or subject.accessory. */
            type: string;
            icon: string;
            /** Format: date-time */
            creation_time: string;
        };
        ActionRequest: {
            /** @enum {string} */
            action: "stop" | "pause" | "resume";
        };
        Activity: components["schemas"]["DailyActivity"][];
        Artifact: {
            id: number;
            /** @description IMAGE, CHART and so on, in capitals. */
            type: string;
            /** @description Media type of the config. */
            media_type: string;
            manifest_media_type: string;
            artifact_type: string;
            project_id: number;
            repository_id: number;
            repository_name: string;
            digest: string;
            /** @description Bytes: manifest, config and layers; of an index with its children. */
            size: number;
            icon: string;
            /** Format: date-time */
            push_time: string;
            /**
             * Format: date-time
             * @description 0001-01-01T00:00:00.000Z: never.
             */
            pull_time: string;
            /** @description Of the config; of a chart its Chart.yaml. Empty where that has more than 64 KiB, or the page more than 2 MiB before it. */
            extra_attrs: {
                [key: string]: unknown;
            };
            /** @description Null without any, where they have more than 64 KiB, or the page more than 2 MiB before them: the manifest has them. */
            annotations: {
                [key: string]: string;
            } | null;
            /** @description The first 200 children of an index; null where the page has more than 2 MiB before them. */
            references: components["schemas"]["Reference"][] | null;
            /** @description The 100 that were pushed last; null where they were not asked for, or the page has more than 2 MiB before them. */
            tags: components["schemas"]["Tag"][] | null;
            /** @description The first 100 by name; null where it has none, they were not asked for, or the page has more than 2 MiB before them. */
            labels: components["schemas"]["Label"][] | null;
            /** @description Signatures, SBOMs and whatever else refers to it, at most 100. */
            accessories: components["schemas"]["Accessory"][] | null;
            addition_links: {
                [key: string]: {
                    href: string;
                    absolute: boolean;
                };
            };
            pushed_by: string | null;
            pull_count: number;
        };
        ArtifactFile: {
            name: string;
            /** @enum {string} */
            type: "file" | "directory";
            size: number;
            digest: string;
            media_type: string;
        };
        AuditLog: {
            id: number;
            /** @description Who did it: a user, a robot, a job of the system; empty where nobody had signed in. */
            username: string;
            resource: string;
            resource_type: string;
            operation: string;
            /** Format: date-time */
            op_time: string;
        };
        AuditLogEventType: {
            event_type: string;
        };
        AuditLogExt: {
            id: number;
            /** @description Who did it: a user, a robot, a job of the system; empty where nobody had signed in. */
            username: string;
            resource: string;
            resource_type: string;
            operation: string;
            /** Format: date-time */
            op_time: string;
            operation_description: string;
            /** @description False: it was refused, or it failed. */
            operation_result: boolean;
            /** @description Where the request came from; null for the system itself. */
            source_address: string | null;
            request_id: string | null;
            /** @description All that is known of it; empty where that is much. */
            details: {
                [key: string]: unknown;
            };
        };
        AuditLogForward: {
            audit_log_forward_endpoint: string;
        };
        BoolConfigItem: {
            value: boolean;
            editable: boolean;
            /**
             * @description False: kept, but nothing in Berth asks for it yet.
             * @enum {boolean}
             */
            in_effect?: false;
        };
        CVEAllowlist: {
            id: number;
            project_id: number;
            items: components["schemas"]["CVEAllowlistItem"][];
            /** @description Seconds since 1970; absent: never. */
            expires_at?: number;
            /** Format: date-time */
            creation_time: string;
            /** Format: date-time */
            update_time: string;
        };
        CVEAllowlistItem: {
            cve_id: string;
        };
        CVEAllowlistReq: {
            /** @default [] */
            items: {
                cve_id: string;
            }[];
            expires_at?: number;
        };
        ChartDependency: {
            name: string;
            version?: string;
            repository: string;
            condition?: string;
            alias?: string;
        };
        ComponentHealthStatus: {
            name: string;
            /** @enum {string} */
            status: "healthy" | "unhealthy";
            error?: string;
        };
        Configurations: {
            /**
             * @description The source of accounts that clients of Harbor are told. Every source that is set up signs people in, whichever stands here.
             * @enum {string}
             */
            auth_mode?: "db_auth" | "ldap_auth" | "oidc_auth";
            /** @description Whether the sign-in page leads to the OIDC provider at once, where there is one. */
            primary_auth_mode?: boolean;
            /** @description Whether visitors of the portal may make an account for themselves. */
            self_registration?: boolean;
            /** @description Minutes without a request after which a session ends. */
            session_timeout?: number;
            /** @description Minutes that a token of the registry lives. */
            token_expiration?: number;
            /** @description Days that a new access token of a user lives at most; -1: for ever; 0: none can be made. */
            access_token_max_duration?: number;
            /** @description While it is on, nothing can be pushed, changed or deleted. */
            read_only?: boolean;
            /** @description A message on top of every page of the portal. */
            banner_message?: string;
            /** @description Whether webhooks of projects are told of anything. */
            notification_enable?: boolean;
            /** @description Whether a scanner's pull leaves the time of the last pull as it is. Kept, but nothing follows from it yet. */
            scanner_skip_update_pulltime?: boolean;
            /**
             * @description Who may create projects.
             * @enum {string}
             */
            project_creation_restriction?: "everyone" | "adminonly";
            /** @description Bytes a new project may hold; -1: no limit. */
            storage_per_project?: number;
            /** @description Whether projects have a storage limit. Kept, but nothing follows from it yet. */
            quota_per_project_enable?: boolean;
            /** @description What robots sign in with before their name: printable ASCII without blanks and colons. */
            robot_name_prefix?: string;
            /** @description Days that a new robot lives; -1: for ever. */
            robot_token_duration?: number;
            /** @description The syslog server that gets each entry of the audit log, too: host:port, with tcp://, udp:// or tls:// before it; tcp where nothing is said. */
            audit_log_forward_endpoint?: string;
            /** @description Whether the audit log is only forwarded, not kept. It needs audit_log_forward_endpoint; what cannot be forwarded in the end is kept. */
            skip_audit_log_database?: boolean;
            /** @description Kinds of entries, with commas between them, that the audit log leaves out. There are create_access_token, create_artifact, create_label, create_member, create_project, create_registry, create_retention, create_robot, create_role, create_tag, create_tag_rule, create_user, create_user_group, create_webhook, delete_access_token, delete_artifact, delete_label, delete_member, delete_project, delete_registry, delete_repository, delete_retention, delete_robot, delete_role, delete_tag, delete_tag_rule, delete_user, delete_user_group, delete_webhook, exceed_quota, login_user, logout_user, pause_job_queue, pull_artifact, purge_artifact, purge_audit_log, refuse_change, repair_quota, restore_artifact, restore_tag, resume_job_queue, start_job, stop_job, stop_job_queue, update_artifact, update_configuration, update_cve_allowlist, update_label, update_member, update_project, update_quota, update_registry, update_repository, update_retention, update_robot, update_role, update_schedule, update_tag_rule, update_user, update_user_group, update_webhook, warn_quota. */
            disabled_audit_log_event_types?: string;
            /** @description Address of the LDAP server, as ldaps://host:636. Signing in by it is on where it is set, beside the accounts of Berth itself. */
            ldap_url?: string;
            /** @description Whether a connection of ldap:// is encrypted by StartTLS before anything is said on it. */
            ldap_start_tls?: boolean;
            /** @description Whether the LDAP server's certificate is verified. */
            ldap_verify_cert?: boolean;
            /** @description Certificate (PEM) that the LDAP server is verified with, beside those that the system trusts. */
            ldap_ca_certificate?: string;
            /** @description Seconds that a sign-in waits for the LDAP server, for all that it asks. */
            ldap_timeout?: number;
            /** @description DN of the account that searches the directory; empty: nobody. */
            ldap_search_dn?: string;
            /** @description Password of the account that searches the directory. Never shown. */
            ldap_search_password?: string;
            /** @description DN below which users are found. */
            ldap_base_dn?: string;
            /** @description Filter that users must match, too. */
            ldap_filter?: string;
            /** @description Attribute that holds the user name. */
            ldap_uid?: string;
            /** @description How deep users are searched: 0 the base, 1 one level, 2 the whole tree. */
            ldap_scope?: number;
            /** @description DN below which groups are found. Empty: the one of users. */
            ldap_group_base_dn?: string;
            /** @description Filter that groups must match. */
            ldap_group_search_filter?: string;
            /** @description How deep groups are searched: 0 the base, 1 one level, 2 the whole tree. */
            ldap_group_search_scope?: number;
            /** @description Attribute that holds the name of a group. Empty: cn. */
            ldap_group_attribute_name?: string | "";
            /** @description Attribute of a user that names the user's groups. Empty: groups name their members. */
            ldap_group_membership_attribute?: string | "";
            /** @description DN of the group whose members are administrators. */
            ldap_group_admin_dn?: string;
            /** @description Whether a user's groups are asked for several at a time. */
            ldap_group_attach_parallel?: boolean;
            /** @description Name of the OIDC provider, as the sign-in page shows it. */
            oidc_name?: string;
            /** @description Address of the OIDC provider: its issuer. Signing in by it is on where it and the client id are set. */
            oidc_endpoint?: string;
            /** @description Berth's client id at the OIDC provider. */
            oidc_client_id?: string;
            /** @description Berth's client secret at the OIDC provider. Never shown. */
            oidc_client_secret?: string;
            /** @description Scopes to ask for, with commas between them; openid is always one. Empty: openid,profile,email. */
            oidc_scope?: string;
            /** @description Whether the OIDC provider's certificate is verified. */
            oidc_verify_cert?: boolean;
            /** @description Certificate (PEM) that the OIDC provider is verified with, beside those that the system trusts. */
            oidc_ca_certificate?: string;
            /** @description Claim that holds the user name of a new account. Empty: name. */
            oidc_user_claim?: string;
            /** @description Whether an account is made at the first sign-in, without asking for a name. */
            oidc_auto_onboard?: boolean;
            /** @description Claim that holds the names of groups. */
            oidc_groups_claim?: string;
            /** @description Group whose members are administrators. */
            oidc_admin_group?: string;
            /** @description Regular expression that the names of groups must match. */
            oidc_group_filter?: string;
            /** @description Further parameters of the redirect to the OIDC provider, a JSON object of strings. */
            oidc_extra_redirect_parms?: string;
            /** @description Whether signing out ends the OIDC provider's session, too. */
            oidc_logout?: boolean;
            /** @description Address of the UAA. Kept, but nothing follows from it yet. */
            uaa_endpoint?: string;
            /** @description Berth's client id at the UAA. Kept, but nothing follows from it yet. */
            uaa_client_id?: string;
            /** @description Berth's client secret at the UAA. Never shown. Kept, but nothing follows from it yet. */
            uaa_client_secret?: string;
            /** @description Whether the UAA's certificate is verified. Kept, but nothing follows from it yet. */
            uaa_verify_cert?: boolean;
            /** @description Address that checks a user name and password. Kept, but nothing follows from it yet. */
            http_authproxy_endpoint?: string;
            /** @description Address that checks a token. Kept, but nothing follows from it yet. */
            http_authproxy_tokenreview_endpoint?: string;
            /** @description Groups, with commas between them, whose members are administrators. Kept, but nothing follows from it yet. */
            http_authproxy_admin_groups?: string;
            /** @description Users, with commas between them, who are administrators. Kept, but nothing follows from it yet. */
            http_authproxy_admin_usernames?: string;
            /** @description Whether the authentication proxy's certificate is verified. Kept, but nothing follows from it yet. */
            http_authproxy_verify_cert?: boolean;
            /** @description Whether users who have never signed in can be made members. Kept, but nothing follows from it yet. */
            http_authproxy_skip_search?: boolean;
            /** @description Certificate (PEM) that the authentication proxy is verified with. Kept, but nothing follows from it yet. */
            http_authproxy_server_certificate?: string;
        };
        ConfigurationsResponse: {
            auth_mode: components["schemas"]["StringConfigItem"];
            primary_auth_mode: components["schemas"]["BoolConfigItem"];
            self_registration: components["schemas"]["BoolConfigItem"];
            session_timeout: components["schemas"]["IntegerConfigItem"];
            token_expiration: components["schemas"]["IntegerConfigItem"];
            access_token_max_duration: components["schemas"]["IntegerConfigItem"];
            read_only: components["schemas"]["BoolConfigItem"];
            banner_message: components["schemas"]["StringConfigItem"];
            notification_enable: components["schemas"]["BoolConfigItem"];
            scanner_skip_update_pulltime: components["schemas"]["BoolConfigItem"];
            project_creation_restriction: components["schemas"]["StringConfigItem"];
            storage_per_project: components["schemas"]["IntegerConfigItem"];
            quota_per_project_enable: components["schemas"]["BoolConfigItem"];
            robot_name_prefix: components["schemas"]["StringConfigItem"];
            robot_token_duration: components["schemas"]["IntegerConfigItem"];
            audit_log_forward_endpoint: components["schemas"]["StringConfigItem"];
            skip_audit_log_database: components["schemas"]["BoolConfigItem"];
            disabled_audit_log_event_types: components["schemas"]["StringConfigItem"];
            ldap_url: components["schemas"]["StringConfigItem"];
            ldap_start_tls: components["schemas"]["BoolConfigItem"];
            ldap_verify_cert: components["schemas"]["BoolConfigItem"];
            ldap_ca_certificate: components["schemas"]["StringConfigItem"];
            ldap_timeout: components["schemas"]["IntegerConfigItem"];
            ldap_search_dn: components["schemas"]["StringConfigItem"];
            ldap_base_dn: components["schemas"]["StringConfigItem"];
            ldap_filter: components["schemas"]["StringConfigItem"];
            ldap_uid: components["schemas"]["StringConfigItem"];
            ldap_scope: components["schemas"]["IntegerConfigItem"];
            ldap_group_base_dn: components["schemas"]["StringConfigItem"];
            ldap_group_search_filter: components["schemas"]["StringConfigItem"];
            ldap_group_search_scope: components["schemas"]["IntegerConfigItem"];
            ldap_group_attribute_name: components["schemas"]["StringConfigItem"];
            ldap_group_membership_attribute: components["schemas"]["StringConfigItem"];
            ldap_group_admin_dn: components["schemas"]["StringConfigItem"];
            ldap_group_attach_parallel: components["schemas"]["BoolConfigItem"];
            oidc_name: components["schemas"]["StringConfigItem"];
            oidc_endpoint: components["schemas"]["StringConfigItem"];
            oidc_client_id: components["schemas"]["StringConfigItem"];
            oidc_scope: components["schemas"]["StringConfigItem"];
            oidc_verify_cert: components["schemas"]["BoolConfigItem"];
            oidc_ca_certificate: components["schemas"]["StringConfigItem"];
            oidc_user_claim: components["schemas"]["StringConfigItem"];
            oidc_auto_onboard: components["schemas"]["BoolConfigItem"];
            oidc_groups_claim: components["schemas"]["StringConfigItem"];
            oidc_admin_group: components["schemas"]["StringConfigItem"];
            oidc_group_filter: components["schemas"]["StringConfigItem"];
            oidc_extra_redirect_parms: components["schemas"]["StringConfigItem"];
            oidc_logout: components["schemas"]["BoolConfigItem"];
            uaa_endpoint: components["schemas"]["StringConfigItem"];
            uaa_client_id: components["schemas"]["StringConfigItem"];
            uaa_verify_cert: components["schemas"]["BoolConfigItem"];
            http_authproxy_endpoint: components["schemas"]["StringConfigItem"];
            http_authproxy_tokenreview_endpoint: components["schemas"]["StringConfigItem"];
            http_authproxy_admin_groups: components["schemas"]["StringConfigItem"];
            http_authproxy_admin_usernames: components["schemas"]["StringConfigItem"];
            http_authproxy_verify_cert: components["schemas"]["BoolConfigItem"];
            http_authproxy_skip_search: components["schemas"]["BoolConfigItem"];
            http_authproxy_server_certificate: components["schemas"]["StringConfigItem"];
            /** @description Always empty: Harbor names this secret among what it shows. */
            uaa_client_secret: components["schemas"]["StringConfigItem"];
            /** @description When everything is scanned: never, until there are scanners. */
            scan_all_policy: {
                type: string;
                parameter: Record<string, never>;
            };
        };
        CurrentUserResp: {
            user_id: number;
            username: string;
            email?: string;
            realname?: string;
            comment?: string;
            sysadmin_flag: boolean;
            /** @description True when an outer identity source made the caller an administrator. */
            admin_role_in_auth: boolean;
            /** @description Where else than here the account comes from. */
            identity_sources: ("ldap" | "oidc")[];
            /** @description False: it signs in where it comes from, and only there. */
            has_password: boolean;
            /** @description Whether signing in takes a code as well as the password. */
            second_factor: boolean;
            /** Format: date-time */
            creation_time: string;
            /** Format: date-time */
            update_time: string;
            /** @description Where the account is one of an OIDC provider. */
            oidc_user_meta?: components["schemas"]["OIDCUserInfo"];
            /**
             * @description Told to administrators alone: the built-in one still has the password that the documents name.
             * @enum {boolean}
             */
            default_password?: true;
        };
        DailyActivity: {
            /** Format: date */
            day: string;
            pushes: number;
            pulls: number;
        };
        Deleted: {
            /**
             * @description tag: deleted by itself.
             * @enum {string}
             */
            kind: "tag" | "artifact";
            /** @description Of the tag; null for an artifact. */
            name: string | null;
            digest: string;
            /** @description IMAGE, CHART and so on, in capitals. */
            type: string;
            /** @description Bytes: manifest, config and layers; of an index with its children. */
            size: number;
            /** @description Tags that went with the artifact and come back with it, the first 100. */
            tags: string[];
            /** @description Tags that went with the artifact and name something else by now, the first 100. */
            taken_tags: string[];
            /** Format: date-time */
            deleted_at: string;
            deleted_by: string | null;
            /**
             * Format: date-time
             * @description From then on it is gone for good.
             */
            expires_at: string;
            /** @description False: blobs that it needs were deleted one by one. */
            restorable: boolean;
        };
        Error: {
            /** @description Harbor's code, such as NOT_FOUND. */
            code: string;
            /** @description In the language that Accept-Language asks for: English or Chinese. */
            message: string;
            /** @description What the reader can do about it, in the same language. */
            next?: string;
            /** @description Berth's finer reason, such as PROJECT_NOT_FOUND. */
            reason?: string;
        };
        Errors: {
            errors: components["schemas"]["Error"][];
        };
        ExecHistory: {
            id: number;
            job_name: string;
            /** @description JSON: what the run was told, and what came of it. */
            job_parameters: string;
            deleted: boolean;
            /**
             * @description What started it.
             * @enum {string}
             */
            job_kind: "MANUAL" | "SCHEDULE" | "EVENT";
            /** @enum {string} */
            job_status: "Pending" | "Running" | "Success" | "Error" | "Stopped";
            schedule: {
                type: string;
            };
            /** Format: date-time */
            creation_time: string;
            /** Format: date-time */
            update_time: string;
        };
        Execution: {
            id: number;
            /** @enum {string} */
            vendor_type: "WEBHOOK";
            vendor_id: number;
            /** @enum {string} */
            status: "Pending" | "Running" | "Success" | "Error" | "Stopped";
            status_message: string;
            metrics: components["schemas"]["Metrics"];
            /** @enum {string} */
            trigger: "EVENT" | "MANUAL";
            /** @description `type`: what it tells. `payload`: the same in the form Default. `event_id`: the same for each repetition. */
            extra_attrs: {
                type: string;
                event_id: string;
                operator: string;
                payload: string;
                attempts: number;
            };
            /** Format: date-time */
            start_time: string;
            /** Format: date-time */
            end_time: string;
        };
        ExecutionSchedule: {
            id?: number;
            job_name: string;
            /** @description JSON: what the run was told, and what came of it. */
            job_parameters: string;
            deleted: boolean;
            /** @description The cron expression. */
            job_kind: string;
            schedule: components["schemas"]["ScheduleObj"];
            /** Format: date-time */
            creation_time?: string;
            /** Format: date-time */
            update_time?: string;
        };
        FilterStyle: {
            type: string;
            style: string;
            values?: string[];
        };
        GCHistory: {
            id: number;
            job_name: string;
            /** @description JSON: what the run was told, and what came of it. */
            job_parameters: string;
            deleted: boolean;
            /**
             * @description What started it.
             * @enum {string}
             */
            job_kind: "MANUAL" | "SCHEDULE" | "EVENT";
            /** @enum {string} */
            job_status: "Pending" | "Running" | "Success" | "Error" | "Stopped";
            schedule: {
                type: string;
            };
            /** Format: date-time */
            creation_time: string;
            /** Format: date-time */
            update_time: string;
        };
        GeneralInfo: {
            auth_mode: string;
            primary_auth_mode: boolean;
            self_registration: boolean;
            banner_message: string;
            oidc_provider_name: string;
            /** @description The API level that clients of Harbor look for, then the version of Berth. */
            harbor_version?: string;
            /** @description host[:port] for docker login, push and pull. */
            registry_url?: string;
            external_url?: string;
            project_creation_restriction?: string;
            has_ca_root?: boolean;
            registry_storage_provider_name?: string;
            read_only?: boolean;
            /**
             * @description The disk of the blobs is full up to its reserve: nothing can be pushed.
             * @enum {boolean}
             */
            storage_full?: true;
            notification_enable?: boolean;
            /** Format: date-time */
            current_time?: string;
        };
        HistoryEntry: {
            created?: string;
            created_by?: string;
            comment?: string;
            empty_layer?: boolean;
        };
        Icon: {
            "content-type": string;
            /** @description In base64. */
            content: string;
        };
        ImmutableRule: {
            id: number;
            priority: number;
            disabled: boolean;
            /** @enum {string} */
            action: "immutable";
            /**
             * @description immutable_template: nobody moves or deletes such tags. protected_template: those in params may.
             * @enum {string}
             */
            template: "immutable_template" | "protected_template";
            params: {
                [key: string]: unknown;
            };
            tag_selectors: components["schemas"]["ImmutableSelector"][];
            scope_selectors: {
                [key: string]: {
                    kind: string;
                    decoration: string;
                    pattern: string;
                    extras: string;
                }[];
            };
        };
        ImmutableRuleReq: {
            /**
             * @description The lower one is asked, and named, first.
             * @default 0
             */
            priority: number;
            /** @default false */
            disabled: boolean;
            /**
             * @default immutable
             * @enum {string}
             */
            action: "immutable" | "";
            /**
             * @default immutable_template
             * @enum {string}
             */
            template: "immutable_template" | "protected_template";
            /**
             * @default {
             *       "roles": [],
             *       "robots": false
             *     }
             */
            params: {
                /**
                 * @description Of protected_template: ids of the roles whose members may move and delete such tags.
                 * @default []
                 */
                roles: number[];
                /**
                 * @description Of protected_template: robots may, too.
                 * @default false
                 */
                robots: boolean;
            };
            tag_selectors: {
                /** @enum {string} */
                kind: "doublestar";
                /** @enum {string} */
                decoration: "matches" | "excludes";
                /** @description Doublestar: `*` and `?` within a part of a name, `**` across slashes, `[a-z]`, `{a,b}`. */
                pattern: string;
                /** @default  */
                extras: string;
            }[];
            scope_selectors: {
                repository: {
                    /** @enum {string} */
                    kind: "doublestar";
                    /** @enum {string} */
                    decoration: "repoMatches" | "repoExcludes";
                    /** @description Doublestar: `*` and `?` within a part of a name, `**` across slashes, `[a-z]`, `{a,b}`. */
                    pattern: string;
                    /** @default  */
                    extras: string;
                }[];
            };
        };
        ImmutableSelector: {
            kind: string;
            decoration: string;
            pattern: string;
            extras: string;
        };
        IntegerConfigItem: {
            value: number;
            editable: boolean;
            /**
             * @description False: kept, but nothing in Berth asks for it yet.
             * @enum {boolean}
             */
            in_effect?: false;
        };
        InternalConfigurationValue: {
            value: string | boolean | number;
            editable: boolean;
        };
        InternalConfigurationsResponse: {
            [key: string]: components["schemas"]["InternalConfigurationValue"];
        };
        JobQueue: {
            job_type: string;
            /** @description How many wait. */
            count: number;
            /** @description For how many seconds the one has waited that is first. */
            latency: number;
            /** @description What waits is not begun. What runs goes on. */
            paused: boolean;
            /** @description Jobs of a class share workers. Null of SCHEDULER, which starts what schedules say. */
            class: string | null;
            running: number;
            /** @description Of those that wait: tried before, to be tried again later. */
            delayed: number;
            /** @description Within the last day. */
            failed: number;
        };
        JobRun: {
            id: number;
            job_type: string;
            job: string;
            class: string;
            /** @enum {string} */
            trigger: "manual" | "schedule" | "event";
            /** @enum {string} */
            status: "pending" | "running" | "success" | "error" | "stopped";
            /** @description Of what it is a task. */
            parent_id: number | null;
            subject_kind: string;
            subject_id: number;
            /** @description Who asked for it. */
            started_by: string | null;
            attempts: number;
            /** @description Of the parts of its work; of its tasks, where it has some. */
            counts: {
                total?: number;
                done: number;
                failed: number;
            } | null;
            error: string | null;
            /** Format: date-time */
            creation_time: string;
            /** Format: date-time */
            start_time: string | null;
            /** Format: date-time */
            end_time: string | null;
        };
        Label: {
            id: number;
            name: string;
            description: string;
            /** @description As the client gave it, such as #0079B8; empty: none. */
            color: string;
            /**
             * @description g: for every project. p: of one.
             * @enum {string}
             */
            scope: "g" | "p";
            /** @description 0: of none. */
            project_id: number;
            /** Format: date-time */
            creation_time: string;
            /** Format: date-time */
            update_time: string;
        };
        LabelCreationReq: {
            /** @default  */
            name: string;
            /** @default  */
            description: string;
            /** @default  */
            color: string;
            /**
             * @description g: for every project. p: of the project that project_id names.
             * @default
             */
            scope: string;
            project_id?: number;
        };
        LabelReference: {
            id: number;
        };
        LabelUpdateReq: {
            /** @default  */
            name: string;
            /** @default  */
            description: string;
            /** @default  */
            color: string;
        };
        Layer: {
            /** @description Null: the step changed no files. */
            digest: string | null;
            media_type: string | null;
            /** @description Bytes as they are pulled, mostly compressed. */
            size: number;
            /** @description Other artifacts of the project that hold it, too, among the first 1000 that hold it anywhere. */
            shared_with: number;
            created?: string;
            created_by?: string;
            comment?: string;
        };
        LdapConf: {
            ldap_url?: string;
            ldap_search_dn?: string;
            /** @description Left out or empty: the one that is set, where address and encryption are as they are set, too. */
            ldap_search_password?: string;
            ldap_base_dn?: string;
            ldap_filter?: string;
            ldap_uid?: string;
            ldap_scope?: number;
            ldap_connection_timeout?: number;
            ldap_verify_cert?: boolean;
            ldap_start_tls?: boolean;
            ldap_ca_certificate?: string;
        };
        LdapFailedImportUser: {
            uid: string;
            error: string;
        };
        LdapImportUsers: {
            ldap_uid_list: string[];
        };
        LdapPingResult: {
            success: boolean;
            message: string;
            /** @description What kind of failure it is, in one word that stays the same. */
            reason?: string;
        };
        LdapUser: {
            username: string;
            realname?: string;
            email?: string;
        };
        MatchingTags: {
            /** @description The first 100. */
            tags: {
                repository: string;
                tag: string;
            }[];
            /** @description How many there are among those that were looked at. */
            matched: number;
            looked_at: number;
            /** @description False: there are more tags than are looked at. */
            is_complete: boolean;
        };
        MemberGroup: {
            id?: number | null;
            group_name?: string | null;
            /** @description 1 LDAP, 2 HTTP, 3 OIDC. */
            group_type?: number | null;
            /** @description The DN of a group of LDAP. */
            ldap_group_dn?: string | null;
        };
        Metrics: {
            task_count: number;
            success_task_count: number;
            error_task_count: number;
            pending_task_count: number;
            running_task_count: number;
            scheduled_task_count: number;
            stopped_task_count: number;
        };
        NewTag: {
            name: string;
        };
        OIDCCliSecretReq: {
            /**
             * @description One of your own choice; empty: one is made.
             * @default
             */
            secret: string;
        };
        OIDCEndpoint: {
            /**
             * Format: uri
             * @description Address of the provider: its issuer.
             */
            url: string;
            /**
             * @description Whether its certificate has to be one that is trusted.
             * @default true
             */
            verify_cert: boolean;
            /** @description Certificates in PEM that are trusted beside those which the system trusts. */
            ca_certificate?: string;
        };
        OIDCUserInfo: {
            id: number;
            user_id: number;
            /** @description Subject and issuer, one behind the other. */
            subiss: string;
            /** @description For command lines. Told to its owner in person, where there is one. */
            secret?: string;
            /** Format: date-time */
            creation_time: string;
            /** Format: date-time */
            update_time: string;
        };
        OverallHealthStatus: {
            /** @enum {string} */
            status: "healthy" | "unhealthy";
            components: components["schemas"]["ComponentHealthStatus"][];
        };
        Overview: {
            /** @description Projects in which the caller has a role. */
            project_count: number;
            storage: components["schemas"]["OverviewStorage"];
            /** @description The six that changed last. */
            projects: components["schemas"]["OverviewProject"][];
            /** @description The six that changed last; of every project for whoever may list all of them. */
            repositories: components["schemas"]["OverviewRepository"][];
            activity: components["schemas"]["Activity"];
        };
        OverviewProject: {
            name: string;
            public: boolean;
            repo_count: number;
            /** @description Bytes; null where the caller may not read the quota. */
            used: number | null;
            hard: number | null;
            /** Format: date-time */
            update_time: string;
        };
        OverviewRepository: {
            name: string;
            project_name: string;
            artifact_count: number;
            pull_count: number;
            /** Format: date-time */
            update_time: string;
        };
        OverviewStorage: {
            /** @description Bytes that those of these projects whose quota the caller may read are charged with. */
            used: number;
            /** @description Bytes that those of them with a limit may store together. */
            hard: number;
            /** @description How many have no limit. */
            unlimited: number;
        };
        PasswordProof: {
            password: string;
        };
        PasswordReq: {
            /** @description Needed to change one's own password. */
            old_password?: string;
            new_password: string;
        };
        PayloadFormat: {
            notify_type: string;
            formats: string[];
        };
        Permission: {
            resource: string;
            action: string;
        };
        Permissions: {
            /** @description Told to whoever may make robots of the system. */
            system?: components["schemas"]["Permission"][];
            project: components["schemas"]["Permission"][];
        };
        Platform: {
            os: string;
            architecture: string;
            variant?: string;
        };
        Project: {
            project_id: number;
            name: string;
            owner_id: number;
            owner_name: string;
            /** Format: date-time */
            creation_time: string;
            /** Format: date-time */
            update_time: string;
            deleted: boolean;
            togglable: boolean;
            repo_count: number;
            /** @description The registry that a proxy cache has its content from; 0: it is none. */
            registry_id: number;
            /** @description 0: no member. The strongest of current_user_role_ids. */
            current_user_role_id: number;
            current_user_role_ids: number[];
            metadata: components["schemas"]["ProjectMetadata"];
            cve_allowlist: components["schemas"]["CVEAllowlist"];
        };
        ProjectDeletable: {
            deletable: boolean;
            message?: string;
        };
        ProjectMember: {
            /** @description 1 projectAdmin, 2 developer, 3 guest, 4 maintainer, 5 limitedGuest, or a role of your own */
            role_id: number;
            member_user?: components["schemas"]["UserEntity"];
            member_group?: components["schemas"]["MemberGroup"];
        };
        ProjectMemberEntity: {
            id: number;
            project_id: number;
            entity_id: number;
            entity_name: string;
            /** @enum {string} */
            entity_type: "u" | "g";
            role_id: number;
            role_name: string;
        };
        ProjectMetadata: {
            /** @enum {string} */
            public?: "true" | "false";
        } & {
            [key: string]: string | null;
        };
        ProjectMetadataEntries: {
            [key: string]: string;
        };
        ProjectMetadataReq: {
            [key: string]: string;
        };
        ProjectReq: {
            /** @default  */
            project_name: string;
            /** @description Older form of metadata.public. */
            public?: boolean;
            metadata?: components["schemas"]["ProjectMetadataReq"];
            cve_allowlist?: components["schemas"]["CVEAllowlistReq"];
            /** @description Bytes; -1: none; 0 or absent: as storage_per_project says. Only a system administrator sets it. */
            storage_limit?: number;
            /** @description Makes a proxy cache of what this registry has. */
            registry_id?: number | null;
        };
        ProjectSummary: {
            repo_count: number;
            project_admin_count?: number;
            maintainer_count?: number;
            developer_count?: number;
            guest_count?: number;
            limited_guest_count?: number;
            /** @description All of them, those with roles of your own as well; a group is one. Berth has this, Harbor has not. */
            member_count?: number;
            quota?: components["schemas"]["ProjectSummaryQuota"];
            /** @description Whose images a proxy cache keeps copies of. How it is signed in to is not told. */
            registry?: components["schemas"]["ProjectSummaryRegistry"];
        };
        ProjectSummaryQuota: {
            hard: components["schemas"]["ResourceList"];
            used: components["schemas"]["ResourceList"];
        };
        ProjectSummaryRegistry: {
            id: number;
            name: string;
            type: string;
            url: string;
        };
        ProjectUpdateReq: {
            public?: boolean;
            metadata?: components["schemas"]["ProjectMetadataReq"];
            cve_allowlist?: components["schemas"]["CVEAllowlistReq"];
        };
        PurgeSchedule: {
            schedule: components["schemas"]["ScheduleObj"];
            parameters?: {
                audit_retention_hour?: number;
                /** @description Kinds of entries that go, with commas between them. None: nothing goes. `other_events`: those that Harbor lacks. */
                include_event_types?: string;
                /** @description The same by operation, as Harbor had it before 2.13. */
                include_operations?: string;
                dry_run?: boolean;
            };
        };
        Quota: {
            id: number;
            ref: components["schemas"]["QuotaRefObject"];
            hard: components["schemas"]["ResourceList"];
            used: components["schemas"]["ResourceList"];
            /** Format: date-time */
            creation_time: string;
            /** Format: date-time */
            update_time: string;
        };
        QuotaRefObject: {
            id: number;
            name: string;
            owner_name: string;
        };
        QuotaUpdateReq: {
            hard: {
                [key: string]: number;
            };
        };
        RecoveryCodes: {
            /** @description Each signs in once, in place of a code of the app. */
            recovery_codes: string[];
        };
        Reference: {
            parent_id: number;
            /** @description Null: the child was never pushed here (sparse index). */
            child_id: number | null;
            child_digest: string;
            platform: ({
                os?: string;
                architecture?: string;
            } & {
                [key: string]: unknown;
            }) | null;
            annotations: {
                [key: string]: string;
            } | null;
            /** @description Bytes of the child with its blobs; null where it is not here. */
            size: number | null;
        };
        Referrer: {
            digest: string;
            /** @description Digest of what it is about: the artifact, or another one of these. */
            subject: string;
            /** @description 1: it is about the artifact itself. */
            depth: number;
            /** @description SIGNATURE, SBOM, ATTESTATION and so on, in capitals. */
            type: string;
            /** @description As `type` of an accessory. */
            accessory_type: string;
            /** @description Media type by which it says what it is. */
            artifact_type: string;
            /** @description Null without any, or where they have more than 1 KiB. */
            annotations: {
                [key: string]: string;
            } | null;
            size: number;
            /** Format: date-time */
            push_time: string;
            pushed_by: string | null;
        };
        Registry: {
            id: number;
            name: string;
            description: string;
            type: string;
            url: string;
            credential?: components["schemas"]["RegistryCredential"];
            /** @description Whatever certificate it shows is taken. */
            insecure: boolean;
            ca_certificate?: string;
            /** @description healthy or unhealthy, as it was last looked at. */
            status: string;
            /** @description Why it is unhealthy. */
            status_detail: string;
            /** Format: date-time */
            checked_time?: string;
            /** Format: date-time */
            creation_time: string;
            /** Format: date-time */
            update_time: string;
        };
        RegistryCreation: {
            name: string;
            /** @default  */
            description: string;
            type: string;
            url: string;
            credential?: {
                /** @default basic */
                type: string;
                /** @default  */
                access_key: string;
                /** @default  */
                access_secret: string;
            } | null;
            /** @default false */
            insecure: boolean;
            ca_certificate?: string | null;
        };
        RegistryCredential: {
            type: string;
            access_key: string;
            /** @description Never the secret itself. */
            access_secret: string;
        };
        RegistryEndpoint: {
            key: string;
            value: string;
        };
        RegistryInfo: {
            type: string;
            description: string;
            supported_resource_filters: components["schemas"]["FilterStyle"][];
            supported_triggers: string[];
            supported_copy_by_chunk: boolean;
        };
        RegistryPing: {
            /** @description What is left out is as this one is set up. */
            id?: number | null;
            type?: string | null;
            url?: string | null;
            credential_type?: string | null;
            access_key?: string | null;
            /** @description Left out: stays as it is. Empty: none any more. With another url it has to be given. */
            access_secret?: string | null;
            insecure?: boolean | null;
            ca_certificate?: string | null;
        };
        RegistryProviderCredentialPattern: {
            access_key_type: string;
            access_key_data: string;
            access_secret_type: string;
            access_secret_data: string;
        };
        RegistryProviderEndpointPattern: {
            endpoint_type: string;
            endpoints: components["schemas"]["RegistryEndpoint"][];
        };
        RegistryProviderInfo: {
            endpoint_pattern: components["schemas"]["RegistryProviderEndpointPattern"];
            credential_pattern: components["schemas"]["RegistryProviderCredentialPattern"];
        };
        RegistryUpdate: {
            name?: string | null;
            description?: string | null;
            url?: string | null;
            credential_type?: string | null;
            access_key?: string | null;
            /** @description Left out: stays as it is. Empty: none any more. With another url it has to be given. */
            access_secret?: string | null;
            insecure?: boolean | null;
            ca_certificate?: string | null;
        };
        Repository: {
            id: number;
            project_id: number;
            /** @description Full name, the project included. */
            name: string;
            description?: string;
            artifact_count: number;
            pull_count: number;
            /** Format: date-time */
            creation_time: string;
            /** Format: date-time */
            update_time: string;
        };
        RepositoryReq: {
            /** @default  */
            description: string;
        };
        RepositoryTag: {
            name: string;
            digest: string;
            artifact_id: number;
            media_type: string;
            kind: string;
            size: number;
            platforms: components["schemas"]["Platform"][];
            /** Format: date-time */
            push_time: string;
            /**
             * Format: date-time
             * @description Null: never.
             */
            pull_time: string | null;
            pull_count: number;
            pushed_by: string | null;
            /** @description Tags of the same digest, in natural order. */
            other_tags: string[];
            /** @description Of its artifact, the first 100 by name. */
            labels: {
                id: number;
                name: string;
                /** @description As the client gave it, such as #0079B8; empty: none. */
                color: string;
            }[];
            /** @description By a rule of the project nobody moves or deletes it. */
            immutable: boolean;
            /** @description The rule that keeps it, be it from some people alone. */
            rule: string | null;
        };
        ResourceList: {
            /** @description Bytes; -1: no limit. */
            storage: number;
        };
        Restored: {
            digest: string;
            /** @description Tags that are back. */
            tags: string[];
            /** @description Tags that name something else by now, and stay there. */
            taken_tags: string[];
            /** @description Digests of children of an index that are not there. */
            missing: string[];
        };
        RetentionAction: {
            /** @enum {string} */
            action: "stop";
        };
        RetentionExecution: {
            id: number;
            policy_id: number;
            /** Format: date-time */
            start_time: string;
            /**
             * Format: date-time
             * @description 0001-01-01T00:00:00.000Z: not yet.
             */
            end_time: string;
            /** @enum {string} */
            status: "Pending" | "InProgress" | "Succeed" | "Failed" | "Stopped";
            /** @enum {string} */
            trigger: "Manual" | "Schedule";
            dry_run: boolean;
            /** @description Artifacts that were looked at. */
            total: number;
            retained: number;
            /** @description The dry run that it was started from. */
            preview: number | null;
            /** @description The policy is still what it was then. */
            is_current: boolean;
            error: string | null;
        };
        RetentionExecutionTask: {
            id: number;
            execution_id: number;
            /** @description Without its project. */
            repository: string;
            job_id: string;
            /** @enum {string} */
            status: "Pending" | "Running" | "Success" | "Error" | "Stopped";
            status_code: number;
            status_revision: number;
            /** Format: date-time */
            start_time: string;
            /** Format: date-time */
            end_time: string;
            /** @description Artifacts that were looked at. */
            total: number;
            retained: number;
            error: string | null;
        };
        RetentionMetadata: {
            templates: components["schemas"]["RetentionRuleMetadata"][];
            scope_selectors: components["schemas"]["RetentionSelectorMetadata"][];
            tag_selectors: components["schemas"]["RetentionSelectorMetadata"][];
        };
        RetentionPolicy: {
            id: number;
            algorithm: string;
            rules: components["schemas"]["RetentionRule"][];
            trigger: components["schemas"]["RetentionRuleTrigger"];
            scope: components["schemas"]["RetentionPolicyScope"];
            /** @description A run that would take more than so many percent of a repository takes nothing of it. Null: it takes what it takes. */
            max_percent: number | null;
        };
        RetentionPolicyReq: {
            id?: number;
            /**
             * @description What one rule keeps is kept.
             * @default or
             * @enum {string}
             */
            algorithm: "or" | "";
            /** @default [] */
            rules: components["schemas"]["RetentionRuleReq"][];
            trigger?: {
                /**
                 * @default Schedule
                 * @enum {string}
                 */
                kind: "Schedule" | "Manual" | "";
                /**
                 * @default {
                 *       "cron": ""
                 *     }
                 */
                settings: {
                    /**
                     * @description In UTC; empty: it runs when somebody starts it.
                     * @default
                     */
                    cron: string;
                };
            };
            scope: {
                /** @enum {string} */
                level: "project";
                ref: number;
            };
            /** @description A run that would take more than so many percent of a repository takes nothing of it. */
            max_percent?: number;
        };
        RetentionPolicyScope: {
            level: string;
            ref: number;
        };
        RetentionRule: {
            id: number;
            priority: number;
            disabled: boolean;
            action: string;
            template: string;
            params: {
                [key: string]: unknown;
            };
            tag_selectors: components["schemas"]["RetentionSelector"][];
            scope_selectors: {
                [key: string]: {
                    kind: string;
                    decoration: string;
                    pattern: string;
                    extras: string;
                }[];
            };
        };
        RetentionRuleMetadata: {
            rule_template: string;
            display_text: string;
            action: string;
            params: components["schemas"]["RetentionRuleParamMetadata"][];
        };
        RetentionRuleParamMetadata: {
            type: string;
            unit: string;
            required: boolean;
        };
        RetentionRuleReq: {
            id?: number;
            priority?: number;
            /** @default false */
            disabled: boolean;
            /**
             * @default retain
             * @enum {string}
             */
            action: "retain" | "";
            /** @enum {string} */
            template: "latestPushedK" | "latestPulledN" | "nDaysSinceLastPush" | "nDaysSinceLastPull" | "always";
            /** @default {} */
            params: {
                latestPushedK?: number;
                latestPulledN?: number;
                nDaysSinceLastPush?: number;
                nDaysSinceLastPull?: number;
            };
            /** @description In extras: {"untagged":true} keeps what has no tag, too; that is so where nothing is said. */
            tag_selectors: {
                /** @enum {string} */
                kind: "doublestar";
                /** @enum {string} */
                decoration: "matches" | "excludes";
                /** @description Doublestar: `*` and `?` within a part of a name, `**` across slashes, `[a-z]`, `{a,b}`. */
                pattern: string;
                /** @default  */
                extras: string;
            }[];
            scope_selectors: {
                repository: {
                    /** @enum {string} */
                    kind: "doublestar";
                    /** @enum {string} */
                    decoration: "repoMatches" | "repoExcludes";
                    /** @description Doublestar: `*` and `?` within a part of a name, `**` across slashes, `[a-z]`, `{a,b}`. */
                    pattern: string;
                    /** @default  */
                    extras: string;
                }[];
            };
        };
        RetentionRuleTrigger: {
            kind: string;
            settings: {
                cron: string;
                /**
                 * Format: date-time
                 * @description In UTC.
                 */
                next_scheduled_time?: string;
            };
            references: {
                [key: string]: unknown;
            };
        };
        RetentionSelector: {
            kind: string;
            decoration: string;
            pattern: string;
            extras: string;
        };
        RetentionSelectorMetadata: {
            display_text: string;
            kind: string;
            decorations: string[];
        };
        RetentionStart: {
            /**
             * @description Change nothing: a preview of what would go, and why the rest stays.
             * @default false
             */
            dry_run: boolean;
            /** @description Id of a dry run of the policy as it is now: take nothing but what it said would go. */
            preview?: number;
        };
        RetentionVerdict: {
            id: number;
            /** @description Without its project. */
            repository: string;
            digest: string;
            /** @description The first 20. */
            tags: string[];
            tag_count: number;
            size: number;
            /** Format: date-time */
            push_time: string;
            /** Format: date-time */
            pull_time: string | null;
            /**
             * @description goes: in a dry run. spared: it would have gone; `because` says why not.
             * @enum {string}
             */
            outcome: "stays" | "goes" | "gone" | "spared";
            /** @description Numbers of the rules that keep it, from 1. */
            kept_by: number[];
            /** @description Why it stays although no rule of retention keeps it: tag-rule, part-of-index, changed, not-in-preview, brake or refused. */
            because: string | null;
            /** @description The tag rule, or what the refusal said. */
            detail: string | null;
        };
        Robot: {
            id: number;
            /** @description As it signs in: robot$name, robot$project+name for one of a project. */
            name: string;
            description: string;
            /** @enum {string} */
            level: "system" | "project";
            /** @description Days, from when it was made; -1: for ever. */
            duration: number;
            editable: boolean;
            disable: boolean;
            /** @description Seconds since 1970; -1: never. */
            expires_at: number;
            permissions: {
                /**
                 * @default project
                 * @enum {string}
                 */
                kind: "project" | "system";
                /**
                 * @description A project by name, * for all of them; / for the system.
                 * @default
                 */
                namespace: string;
                /** @default [] */
                access: components["schemas"]["Access"][];
                /** @description Patterns of repository names, without their project: the rights count in such repositories alone. Absent: in every one, and for the project itself. Berth has this, Harbor has not. */
                repositories?: string[];
            }[];
            /** @description local, a user, or robot. */
            creator_type?: string;
            creator_ref?: number;
            /** Format: date-time */
            creation_time: string;
            /** Format: date-time */
            update_time: string;
            /** @description What the robot gets in a project that it makes. Berth has this, Harbor has not. */
            created_project_access: components["schemas"]["Access"][];
            /** Format: date-time */
            last_used_time?: string;
            last_used_address?: string;
            /** @description Seconds since 1970. Until then the secret before signs in, too. */
            old_secret_expires_at?: number;
            /** @description Tokens of OpenID issuers that are a password of the robot. Berth has this, Harbor has not. */
            trust: components["schemas"]["RobotTrust"][];
        };
        RobotCreate: {
            /** @default  */
            name: string;
            /** @default  */
            description: string;
            /** @description One of your own choice; absent: one is made, but with trust. */
            secret?: string;
            /** @default  */
            level: string;
            /** @default false */
            disable: boolean;
            /**
             * @description Days; -1: for ever; 0 or absent: as robot_token_duration says.
             * @default 0
             */
            duration: number;
            /** @default [] */
            permissions: components["schemas"]["RobotPermission"][];
            /**
             * @description What the robot gets in a project that it makes. Berth has this, Harbor has not.
             * @default []
             */
            created_project_access: components["schemas"]["Access"][];
            /**
             * @description Tokens of OpenID issuers that are a password of the robot. Berth has this, Harbor has not.
             * @default []
             */
            trust: components["schemas"]["RobotTrust"][];
        };
        RobotCreateV1: {
            /** @default  */
            name: string;
            /** @default  */
            description: string;
            /** @description Seconds since 1970; -1: never; absent: as robot_token_duration says. */
            expires_at?: number;
            /** @default [] */
            access: components["schemas"]["Access"][];
        };
        RobotCreated: {
            id: number;
            name: string;
            /** @description Shown this once. Absent: the robot has none, for it trusts tokens. */
            secret?: string;
            /** Format: date-time */
            creation_time: string;
            expires_at: number;
        };
        RobotPermission: {
            /**
             * @default project
             * @enum {string}
             */
            kind: "project" | "system";
            /**
             * @description A project by name, * for all of them; / for the system.
             * @default
             */
            namespace: string;
            /** @default [] */
            access: components["schemas"]["Access"][];
            /** @description Patterns of repository names, without their project: the rights count in such repositories alone. Absent: in every one, and for the project itself. Berth has this, Harbor has not. */
            repositories?: string[];
        };
        RobotSec: {
            /** @description Where one was made. Shown this once. */
            secret?: string;
        };
        RobotSecReq: {
            /**
             * @description One of your own choice; empty: one is made, and answered.
             * @default
             */
            secret: string;
            /**
             * @description Seconds for which the secret before signs in, too. Berth has this, Harbor has not.
             * @default 0
             */
            overlap: number;
        };
        RobotTrust: {
            /** @description As the claim iss has it. Its keys are found by OpenID Connect Discovery. */
            issuer: string;
            /** @description Who the token has to be for (aud): best this registry alone. */
            audience: string;
            /** @description Pattern of each claim: * stays between slashes, ** alone between slashes crosses them. */
            claims: {
                [key: string]: string;
            };
        };
        RobotUpdate: {
            /** @description May be given, and stays the same. */
            name?: string;
            /** @description May be given, and stays the same. */
            level?: string;
            description?: string;
            disable?: boolean;
            /** @description Days; -1: for ever; 0 or absent: as robot_token_duration says. */
            duration?: number;
            permissions?: components["schemas"]["RobotPermission"][];
            /** @description What the robot gets in a project that it makes. Berth has this, Harbor has not. */
            created_project_access?: components["schemas"]["Access"][];
            /** @description Tokens of OpenID issuers that are a password of the robot. Berth has this, Harbor has not. */
            trust?: components["schemas"]["RobotTrust"][];
        };
        Role: {
            /** @description 1 to 5: built in. From 100 on: made here. */
            id: number;
            name: string;
            description: string;
            built_in: boolean;
            /** @description `resource:action` each. */
            permissions: string[];
            /** @description Patterns of names without their project. Given: what is about repositories is held in such ones alone. */
            repositories?: string[];
            /** @description Members of projects who have it. */
            member_count: number;
            /** Format: date-time */
            creation_time: string;
            /** Format: date-time */
            update_time: string;
        };
        RoleHolder: {
            id: number;
            project_id: number;
            project_name: string;
            entity_name: string;
            /** @enum {string} */
            entity_type: "u" | "g";
        };
        RoleReq: {
            name: string;
            /** @default  */
            description: string;
            permissions: string[];
            /** @description Patterns as in Role, of at most 1,000 characters in all. */
            repositories?: string[] | null;
        };
        RoleRequest: {
            /** @description 1 projectAdmin, 2 developer, 3 guest, 4 maintainer, 5 limitedGuest, or a role of your own */
            role_id: number;
        };
        Schedule: {
            schedule: components["schemas"]["ScheduleObj"];
            /** @description delete_untagged, purge_deleted, dry_run, delete_tag, workers (1 to 10). */
            parameters?: {
                [key: string]: unknown;
            };
        };
        ScheduleObj: {
            /**
             * @description Manual: now. None: never. Schedule: as Custom.
             * @enum {string}
             */
            type: "Hourly" | "Daily" | "Weekly" | "Custom" | "Schedule" | "Manual" | "None";
            /** @description In UTC: five fields, or six with the second before them. Custom needs it. */
            cron?: string | null;
            /** Format: date-time */
            next_scheduled_time?: string | null;
        };
        ScheduleTask: {
            id: number;
            vendor_type: string;
            /** @description Of what the schedule is about; 0: the platform. */
            vendor_id: number;
            /** @description The project, where it is about one. */
            vendor_name: string | null;
            /** @description In UTC. */
            cron: string;
            /** Format: date-time */
            update_time: string;
            /** Format: date-time */
            last_run: string | null;
            /** @description The next five. */
            next_runs: string[];
        };
        SchedulerStatus: {
            paused: boolean;
        };
        Search: {
            project: components["schemas"]["Project"][];
            repository: components["schemas"]["SearchRepository"][];
        };
        SearchAll: {
            projects: {
                rows: {
                    project_id: number;
                    name: string;
                    public: boolean;
                    repo_count: number;
                }[];
                /** @description The next page has some. */
                more: boolean;
            };
            repositories: {
                rows: {
                    name: string;
                    project_name: string;
                    artifact_count: number;
                    pull_count: number;
                }[];
                /** @description The next page has some. */
                more: boolean;
            };
            tags: {
                rows: {
                    name: string;
                    repository_name: string;
                    project_name: string;
                    digest: string;
                    /** Format: date-time */
                    push_time: string;
                }[];
                /** @description The next page has some. */
                more: boolean;
            };
            artifacts: {
                rows: {
                    digest: string;
                    repository_name: string;
                    project_name: string;
                    type: string;
                    /**
                     * @description What the word was found in.
                     * @enum {string}
                     */
                    matched: "digest" | "label" | "annotation";
                    /** @description The one that was pushed last. */
                    tag: string | null;
                }[];
                /** @description The next page has some. */
                more: boolean;
            };
        };
        SearchRepository: {
            project_id: number;
            project_name: string;
            project_public: boolean;
            repository_name: string;
            pull_count: number;
            artifact_count: number;
        };
        SecondFactor: {
            enabled: boolean;
            /** Format: date-time */
            enabled_time?: string;
            /**
             * Format: date-time
             * @description When an administrator took it away; absent once it is on again.
             */
            removed_time?: string;
            recovery_codes_left: number;
        };
        SecondFactorCode: {
            code: string;
        };
        SecondFactorOffer: {
            /** @description In base 32, to be typed into an app. */
            secret: string;
            /** @description The same for a QR code. */
            uri: string;
        };
        SecondFactorProof: {
            password: string;
            /** @description Of the app, or a recovery code. */
            code: string;
        };
        Session: {
            id: string;
            /** @description Whether it is the one that asks. */
            current: boolean;
            /** @description As the browser calls itself. */
            client: string;
            /** @description From where it was used last. */
            address: string;
            /** Format: date-time */
            creation_time: string;
            /** Format: date-time */
            last_seen: string;
        };
        Setting: {
            key: string;
            group: string;
            description: {
                en: string;
                zh: string;
            };
            /** @enum {string} */
            kind: "text" | "number" | "flag" | "choice";
            /** @description Absent: it is secret. */
            value?: string | number | boolean;
            secret: boolean;
            editable: boolean;
            /** @description False: kept, but nothing in Berth asks for it yet. */
            in_effect: boolean;
            minimum?: number;
            maximum?: number;
            max_length?: number;
            choices?: string[];
        };
        Settings: components["schemas"]["Setting"][];
        Statistic: {
            private_project_count: number;
            private_repo_count: number;
            public_project_count: number;
            public_repo_count: number;
            /** @description 0 for those who may not list all projects, as the other totals are. */
            total_project_count: number;
            total_repo_count: number;
            /** @description Bytes of distinct blobs. */
            total_storage_consumption: number;
        };
        Storage: {
            total: number;
            free: number;
        };
        StringConfigItem: {
            value: string;
            editable: boolean;
            /**
             * @description False: kept, but nothing in Berth asks for it yet.
             * @enum {boolean}
             */
            in_effect?: false;
        };
        SupportedWebhookEventTypes: {
            event_type: string[];
            notify_type: string[];
            payload_formats: components["schemas"]["PayloadFormat"][];
        };
        SystemInfo: {
            /** @description In bytes: the disk of the blobs. Empty while the registry does not answer. */
            storage: components["schemas"]["Storage"][];
        };
        Tag: {
            id: number;
            repository_id: number;
            artifact_id: number;
            name: string;
            /** Format: date-time */
            push_time: string;
            /**
             * Format: date-time
             * @description 0001-01-01T00:00:00.000Z: never.
             */
            pull_time: string;
            /** @description By a rule of the project nobody moves or deletes it. */
            immutable: boolean;
        };
        TagEvent: {
            id: number;
            tag: string;
            /** @enum {string} */
            action: "push" | "move" | "delete" | "restore";
            /** @description What it named before; null: nothing. */
            from_digest: string | null;
            /** @description What it named from then on; null: nothing. */
            to_digest: string | null;
            actor: string | null;
            /** Format: date-time */
            at: string;
            /** @description What it named before is there, or can still come back. */
            restorable: boolean;
        };
        Task: {
            id: number;
            execution_id: number;
            /** @enum {string} */
            status: "Pending" | "Running" | "Success" | "Error" | "Stopped";
            status_message: string;
            /** @description How often it was tried. */
            run_count: number;
            extra_attrs: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            creation_time: string;
            /** Format: date-time */
            update_time: string;
            /** Format: date-time */
            start_time: string;
            /** Format: date-time */
            end_time: string;
        };
        UserCreationReq: {
            username: string;
            password: string;
            email?: string | null;
            realname?: string | null;
            comment?: string | null;
        };
        UserEntity: {
            user_id?: number;
            username?: string;
        };
        UserGroup: {
            id: number;
            group_name: string;
            /** @description 1 LDAP, 2 HTTP, 3 OIDC. */
            group_type: number;
            ldap_group_dn?: string;
        };
        UserGroupCreationReq: {
            group_name?: string | null;
            /** @description 1 LDAP, 2 HTTP, 3 OIDC. */
            group_type: number;
            /** @description The DN of a group of LDAP. */
            ldap_group_dn?: string | null;
        };
        UserGroupSearchItem: {
            id: number;
            group_name: string;
            /** @description 1 LDAP, 2 HTTP, 3 OIDC. */
            group_type: number;
        };
        UserGroupUpdateReq: {
            group_name: string;
        };
        UserIdentity: {
            id: number;
            /** @enum {string} */
            source: "ldap" | "oidc";
            /** @description Of OpenID: which provider vouches for the subject. Empty for a directory. */
            issuer: string;
            /** @description What the source calls somebody, and gives to nobody else. */
            subject: string;
            /** @description As the source shows them; empty before their first sign-in. */
            name: string;
            /** @description False: the source has them no more. */
            present: boolean;
            /** Format: date-time */
            creation_time: string;
            /**
             * Format: date-time
             * @description When the source vouched for them last.
             */
            last_seen: string;
        };
        UserIdentityLinkReq: {
            issuer: string;
            subject: string;
        };
        UserProfile: {
            email?: string | null;
            realname?: string | null;
            comment?: string | null;
        };
        UserResp: {
            user_id: number;
            username: string;
            email?: string;
            realname?: string;
            comment?: string;
            sysadmin_flag: boolean;
            /** @description True when an outer identity source made the caller an administrator. */
            admin_role_in_auth: boolean;
            /** @description Where else than here the account comes from. */
            identity_sources: ("ldap" | "oidc")[];
            /** @description False: it signs in where it comes from, and only there. */
            has_password: boolean;
            /** @description Whether signing in takes a code as well as the password. */
            second_factor: boolean;
            /** Format: date-time */
            creation_time: string;
            /** Format: date-time */
            update_time: string;
        };
        UserSearchRespItem: {
            user_id: number;
            username: string;
        };
        UserSysAdminFlag: {
            /** @default false */
            sysadmin_flag: boolean;
        };
        WebhookJob: {
            id: number;
            policy_id: number;
            event_type: string;
            notify_type: string;
            /** @enum {string} */
            status: "Pending" | "Running" | "Success" | "Error" | "Stopped";
            job_detail: string;
            /** Format: date-time */
            creation_time: string;
            /** Format: date-time */
            update_time: string;
        };
        WebhookLastTrigger: {
            policy_name: string;
            event_type: string;
            enabled: boolean;
            /** Format: date-time */
            creation_time: string;
            /** Format: date-time */
            last_trigger_time: string;
        };
        WebhookPolicy: {
            id: number;
            name: string;
            description: string;
            project_id: number;
            targets: components["schemas"]["WebhookTargetObject"][];
            event_types: string[];
            creator: string;
            /** Format: date-time */
            creation_time: string;
            /** Format: date-time */
            update_time: string;
            enabled: boolean;
            /** @description Deliveries that are still to be made, 1,000 at most. */
            waiting: number;
            /** @description Attempts that have failed since the last one that did not. */
            failures: number;
            /**
             * Format: date-time
             * @description Before this nothing is sent, because the receiver has failed.
             */
            retry_time: string | null;
        };
        WebhookPolicyReq: {
            name: string;
            /** @default  */
            description: string;
            /** @default true */
            enabled: boolean;
            event_types: ("PUSH_ARTIFACT" | "PULL_ARTIFACT" | "DELETE_ARTIFACT" | "QUOTA_EXCEED" | "QUOTA_WARNING" | "TAG_RETENTION")[];
            /** @description One: who is to be told elsewhere has another webhook. */
            targets: components["schemas"]["WebhookTargetReq"][];
        };
        WebhookTargetObject: {
            /** @enum {string} */
            type: "http" | "slack" | "teams";
            address: string;
            /**
             * @description It is never told; `has_auth_header` says whether there is one.
             * @enum {string}
             */
            auth_header: "";
            has_auth_header: boolean;
            /** @description Whether what is sent is signed. */
            has_secret: boolean;
            skip_cert_verify: boolean;
            /**
             * @description Of http. Empty: Default. Template: `template` says what is sent.
             * @enum {string}
             */
            payload_format: "Default" | "CloudEvents" | "Template";
            template: string;
        };
        WebhookTargetReq: {
            /**
             * @description slack and teams: an incoming webhook of theirs.
             * @enum {string}
             */
            type: "http" | "slack" | "teams";
            address: string;
            /** @description Sent as `Authorization`. Absent: it stays as it is; empty: none from now on. */
            auth_header?: string;
            /** @description What is sent is signed with it. Absent: it stays as it is; empty: none from now on. */
            secret?: string;
            /** @default false */
            skip_cert_verify: boolean;
            /**
             * @description Of http. Empty: Default. Template: `template` says what is sent.
             * @default
             * @enum {string}
             */
            payload_format: "Default" | "CloudEvents" | "Template" | "";
            /**
             * @description JSON with placeholders such as `{{repository}}`.
             * @default
             */
            template: string;
        };
        WebhookTrial: {
            delivered: boolean;
            /** @description Of the answer, where there was one. */
            status?: number;
            message: string;
            duration_ms: number;
            /** @description What was sent. */
            payload: string;
        };
        WebhookTrialReq: {
            /** @description The one whose secrets are used where none are given. */
            policy_id?: number;
            target: components["schemas"]["WebhookTargetReq"];
            /**
             * @default PUSH_ARTIFACT
             * @enum {string}
             */
            event_type: "PUSH_ARTIFACT" | "PULL_ARTIFACT" | "DELETE_ARTIFACT" | "QUOTA_EXCEED" | "QUOTA_WARNING" | "TAG_RETENTION";
        };
        Worker: {
            id: string;
            pool_id: string;
            class: string;
            /** @description Empty while it has nothing to do, as job_id is. */
            job_name: string;
            job_id: string;
            /** Format: date-time */
            start_at?: string;
            /** @description JSON: how far the job is. */
            check_in: string;
            /** Format: date-time */
            checkin_at?: string;
        };
        WorkerPool: {
            worker_pool_id: string;
            pid: number;
            host: string;
            /** Format: date-time */
            start_at: string;
            /** Format: date-time */
            heartbeat_at: string;
            /** @description Workers of all classes. */
            concurrency: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAuditLogs: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditLog"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listAuditLogExts: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditLogExt"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    downloadAuditLogExts: {
        parameters: {
            query?: {
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS, TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listAuditLogEventTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditLogEventType"][];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getConfigurations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfigurationsResponse"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    updateConfigurations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Configurations"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST, SETTING_NEEDS, SETTING_SECRET_NEEDED */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, SYSTEM_ADMIN_ONLY, TOKEN_LIMITED, USERS_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverallHealthStatus"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getIcon: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                digest: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Icon"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description ICON_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getInternalconfig: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InternalConfigurationsResponse"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listJobs: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobRun"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobRun"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description EXECUTION_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    stopRunningJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: "all" | number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description EXECUTION_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    actionGetJobLog: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description EXECUTION_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listTasksOfJob: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
            };
            header?: never;
            path: {
                job_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobRun"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description EXECUTION_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getWorkerPools: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkerPool"][];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getWorkers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pool_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Worker"][];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description WORKER_POOL_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listJobQueues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobQueue"][];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    actionPendingJobs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_type: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description QUEUE_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    ListLabels: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
                /** @description Part of a label's name. */
                name?: string;
                /** @description g: the global labels. p: those of the project that project_id names. */
                scope?: string;
                project_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Label"][];
                };
            };
            /** @description BAD_LABEL_SCOPE, BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    CreateLabel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelCreationReq"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description Path of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_LABEL_NAME, BAD_LABEL_SCOPE, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description LABEL_EXISTS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    GetLabelByID: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                label_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Label"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description LABEL_NOT_FOUND, NOT_FOUND, PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    UpdateLabel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                label_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelUpdateReq"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_LABEL_NAME, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description LABEL_NOT_FOUND, NOT_FOUND, PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description LABEL_EXISTS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    DeleteLabel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                label_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description LABEL_NOT_FOUND, NOT_FOUND, PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    searchLdapGroup: {
        parameters: {
            query?: {
                /** @description Part of a group's name. */
                groupname?: string;
                /** @description The DN of a group; then its name does not matter. */
                groupdn?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id?: number;
                        group_name: string;
                        /** @description 1 LDAP, 2 HTTP, 3 OIDC. */
                        group_type: number;
                        ldap_group_dn?: string;
                    }[];
                };
            };
            /** @description BAD_REQUEST, DIRECTORY_OFF */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    pingLdap: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LdapConf"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LdapPingResult"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    importLdapUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LdapImportUsers"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LdapFailedImportUser"][];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    searchLdapUser: {
        parameters: {
            query?: {
                /** @description Part of a user name. */
                username?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LdapUser"][];
                };
            };
            /** @description BAD_REQUEST, DIRECTORY_OFF */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getOverview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getPermissions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Permissions"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getPing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listProjects: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
                /** @description Part of a project name. */
                name?: string;
                /** @description Public or private ones only. */
                public?: string;
                /** @description User name of the owner. */
                owner?: string;
                /** @description Accepted for older clients; details are always there. */
                with_detail?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    createProject: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectReq"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description Path of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PROJECT_NAME, BAD_PUBLIC_FLAG, BAD_REQUEST, BAD_STORAGE_LIMIT, CVE_NAMED_TWICE, PROJECT_METADATA_UNAVAILABLE, PROXY_LENDS_ACCOUNT, PROXY_REGISTRY_NOT_FOUND, PROXY_SETTING_INVALID */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, PROJECT_CREATION_RESTRICTED, PROXY_PROJECT_RESTRICTED, READ_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_EXISTS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    headProject: {
        parameters: {
            query: {
                project_name: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    updateProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectUpdateReq"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PUBLIC_FLAG, BAD_REQUEST, CVE_NAMED_TWICE, PROJECT_METADATA_UNAVAILABLE, PROXY_LENDS_ACCOUNT, PROXY_SETTING_INVALID */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    deleteProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_EMPTY */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getProjectDeletable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectDeletable"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getProjectActivity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activity"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    ListImmuRules: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImmutableRule"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    CreateImmuRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImmutableRuleReq"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description Path of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST, ROLE_NOT_FOUND, TAG_RULE_WITHOUT_ROLES, TOO_MANY_TAG_RULES */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TAG_RULE_EXISTS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    UpdateImmuRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                immutable_rule_id: number;
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImmutableRuleReq"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST, ROLE_NOT_FOUND, TAG_RULE_WITHOUT_ROLES */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND, TAG_RULE_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TAG_RULE_EXISTS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    DeleteImmuRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                immutable_rule_id: number;
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND, TAG_RULE_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listMatchingTags: {
        parameters: {
            query?: {
                /** @description Pattern of names without their project. */
                repositories?: string;
                /** @description All repositories but those. */
                repositories_excluded?: string;
                /** @description Pattern of tags. */
                tags?: string;
                /** @description All tags but those. */
                tags_excluded?: string;
            };
            header?: never;
            path: {
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchingTags"];
                };
            };
            /** @description BAD_REQUEST, PATTERN_TOO_COMPLEX */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listProjectMembers: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
                /** @description Part of the name of a user or group. */
                entityname?: string;
            };
            header?: never;
            path: {
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectMemberEntity"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    createProjectMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectMember"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description Path of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_GROUP_DN, BAD_GROUP_TYPE, BAD_REQUEST, GROUP_NAME_MISSING, MEMBER_UNNAMED, NO_SUCH_GROUP, NO_SUCH_USER, ROLE_NOT_FOUND */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, ROLE_BEYOND_OWN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND, USER_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description MEMBER_EXISTS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getProjectMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mid: number;
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectMemberEntity"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description MEMBER_NOT_FOUND, PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    updateProjectMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mid: number;
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST, ROLE_NOT_FOUND */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, ROLE_BEYOND_OWN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description MEMBER_NOT_FOUND, PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    deleteProjectMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mid: number;
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description MEMBER_NOT_FOUND, PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listProjectMetadatas: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectMetadataEntries"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    addProjectMetadatas: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectMetadataEntries"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PUBLIC_FLAG, BAD_REQUEST, ONE_METADATA_KEY, PROJECT_METADATA_UNAVAILABLE, PROXY_LENDS_ACCOUNT, PROXY_SETTING_INVALID, UNKNOWN_METADATA */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description METADATA_EXISTS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getProjectMetadata: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                meta_name: string;
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectMetadataEntries"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description METADATA_NOT_FOUND, PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    updateProjectMetadata: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                meta_name: string;
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectMetadataEntries"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PUBLIC_FLAG, BAD_REQUEST, ONE_METADATA_KEY, PROJECT_METADATA_UNAVAILABLE, PROXY_LENDS_ACCOUNT, PROXY_SETTING_INVALID, UNKNOWN_METADATA */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    deleteProjectMetadata: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                meta_name: string;
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST, PROXY_LENDS_ACCOUNT, PROXY_SETTING_INVALID, UNKNOWN_METADATA */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description METADATA_NOT_FOUND, PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    ListRobotV1: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Robot"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    CreateRobotV1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RobotCreateV1"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RobotCreated"];
                };
            };
            /** @description BAD_REQUEST, BAD_ROBOT_NAME, ROBOT_PERMISSION_UNKNOWN, ROBOT_WITHOUT_PERMISSIONS */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BEYOND_OWN_LIFE, BEYOND_OWN_RIGHTS, CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description ROBOT_EXISTS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    GetRobotByIDV1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                robot_id: number;
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Robot"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND, ROBOT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    UpdateRobotV1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                robot_id: number;
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RobotUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_ISSUER, BAD_PATTERN, BAD_REQUEST, ROBOT_IDENTITY_FIXED, ROBOT_OUTSIDE_PROJECT, ROBOT_PATTERNS_OUTSIDE, ROBOT_PERMISSION_UNKNOWN, ROBOT_WITHOUT_PERMISSIONS */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BEYOND_OWN_LIFE, BEYOND_OWN_RIGHTS, CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND, ROBOT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    DeleteRobotV1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                robot_id: number;
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND, ROBOT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getProjectSummary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectSummary"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    GetSupportedEventTypes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupportedWebhookEventTypes"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    ListWebhookJobs: {
        parameters: {
            query: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
                policy_id: number;
                status?: string[];
            };
            header?: never;
            path: {
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookJob"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND, WEBHOOK_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    LastTrigger: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookLastTrigger"][];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    ListWebhookPoliciesOfProject: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookPolicy"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    CreateWebhookPolicyOfProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookPolicyReq"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description Path of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST, TOO_MANY_WEBHOOKS, WEBHOOK_ADDRESS_REFUSED, WEBHOOK_FORMAT, WEBHOOK_TEMPLATE_NAME, WEBHOOK_TEMPLATE_NO_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description WEBHOOK_EXISTS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    testWebhookPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookTrialReq"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookTrial"];
                };
            };
            /** @description BAD_REQUEST, WEBHOOK_ADDRESS_REFUSED, WEBHOOK_FORMAT, WEBHOOK_SECRET_NEEDED, WEBHOOK_TEMPLATE_NAME, WEBHOOK_TEMPLATE_NO_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND, WEBHOOK_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS, WEBHOOK_TRIAL_RUNNING */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    GetWebhookPolicyOfProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_policy_id: number;
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookPolicy"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND, WEBHOOK_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    UpdateWebhookPolicyOfProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_policy_id: number;
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookPolicyReq"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST, WEBHOOK_ADDRESS_REFUSED, WEBHOOK_FORMAT, WEBHOOK_SECRET_NEEDED, WEBHOOK_TEMPLATE_NAME, WEBHOOK_TEMPLATE_NO_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND, WEBHOOK_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description WEBHOOK_EXISTS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    DeleteWebhookPolicyOfProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_policy_id: number;
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND, WEBHOOK_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    ListExecutionsOfWebhookPolicy: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
            };
            header?: never;
            path: {
                webhook_policy_id: number;
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND, WEBHOOK_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    redeliverWebhookExecution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_policy_id: number;
                execution_id: number;
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description Path of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description EXECUTION_NOT_FOUND, PROJECT_NOT_FOUND, WEBHOOK_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description WEBHOOK_OFF */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    ListTasksOfWebhookExecution: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
            };
            header?: never;
            path: {
                webhook_policy_id: number;
                execution_id: number;
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description EXECUTION_NOT_FOUND, PROJECT_NOT_FOUND, WEBHOOK_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    GetLogsOfWebhookTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_policy_id: number;
                execution_id: number;
                task_id: number;
                /** @description Name or id; with X-Is-Resource-Name: true always a name. */
                project_name_or_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description EXECUTION_NOT_FOUND, PROJECT_NOT_FOUND, WEBHOOK_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getLogExts: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Name. */
                project_name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditLogExt"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    downloadProjectAuditLogExts: {
        parameters: {
            query?: {
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
            };
            header?: never;
            path: {
                /** @description Name. */
                project_name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS, TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getLogs: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Name. */
                project_name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditLog"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listRepositories: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
                /** @description A pattern of names without their project: what a role, a robot or a rule with this pattern is about now. */
                matches?: string;
            };
            header?: never;
            path: {
                /** @description Name. */
                project_name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Repository"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getRepository: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name. */
                project_name: string;
                repository_name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Repository"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND, REPOSITORY_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    updateRepository: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name. */
                project_name: string;
                repository_name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RepositoryReq"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND, REPOSITORY_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    deleteRepository: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name. */
                project_name: string;
                repository_name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND, REPOSITORY_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TAG_IMMUTABLE, TAG_PROTECTED */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listArtifacts: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
                /** @description Include the tags. */
                with_tag?: string;
                /** @description Include the labels. */
                with_label?: string;
                /** @description Include what refers to it. */
                with_accessory?: string;
            };
            header?: never;
            path: {
                /** @description Name. */
                project_name: string;
                repository_name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Artifact"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    CopyArtifact: {
        parameters: {
            query: {
                /** @description What is copied: `project/repository:tag` or `project/repository@digest`. */
                from: string;
            };
            header?: never;
            path: {
                /** @description Name. */
                project_name: string;
                repository_name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description Path of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_COPY_SOURCE, BAD_REQUEST, NAME_INVALID */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, QUOTA_EXCEEDED, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description ARTIFACT_NOT_FOUND, PROJECT_NOT_FOUND, REPOSITORY_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROXY_CACHE_ONLY */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description MANIFEST_BLOB_UNKNOWN, TAG_IMMUTABLE, TAG_PROTECTED */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getArtifact: {
        parameters: {
            query?: {
                /** @description Include the tags. */
                with_tag?: string;
                /** @description Include the labels. */
                with_label?: string;
                /** @description Include what refers to it. */
                with_accessory?: string;
            };
            header?: never;
            path: {
                /** @description Name. */
                project_name: string;
                repository_name: string;
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Artifact"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description ARTIFACT_NOT_FOUND, PROJECT_NOT_FOUND, REPOSITORY_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    deleteArtifact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name. */
                project_name: string;
                repository_name: string;
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description ARTIFACT_NOT_FOUND, PROJECT_NOT_FOUND, REPOSITORY_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description ARTIFACT_REFERENCED, TAG_IMMUTABLE, TAG_PROTECTED */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listAccessories: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Name. */
                project_name: string;
                repository_name: string;
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accessory"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description ARTIFACT_NOT_FOUND, PROJECT_NOT_FOUND, REPOSITORY_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getBuildHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name. */
                project_name: string;
                repository_name: string;
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryEntry"][];
                };
            };
            /** @description ADDITION_NOT_FOUND, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description ARTIFACT_NOT_FOUND, PROJECT_NOT_FOUND, REPOSITORY_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getChartDependencies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name. */
                project_name: string;
                repository_name: string;
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChartDependency"][];
                };
            };
            /** @description ADDITION_NOT_FOUND, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description ARTIFACT_NOT_FOUND, PROJECT_NOT_FOUND, REPOSITORY_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getFiles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name. */
                project_name: string;
                repository_name: string;
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArtifactFile"][];
                };
            };
            /** @description ADDITION_NOT_FOUND, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description ARTIFACT_NOT_FOUND, PROJECT_NOT_FOUND, REPOSITORY_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getChartReadme: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name. */
                project_name: string;
                repository_name: string;
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/markdown": string;
                };
            };
            /** @description ADDITION_NOT_FOUND, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DENIED, FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description ADDITION_ABSENT, ARTIFACT_NOT_FOUND, PROJECT_NOT_FOUND, REPOSITORY_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getChartValues: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name. */
                project_name: string;
                repository_name: string;
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description ADDITION_NOT_FOUND, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DENIED, FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description ADDITION_ABSENT, ARTIFACT_NOT_FOUND, PROJECT_NOT_FOUND, REPOSITORY_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getAddition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                addition: "vulnerabilities" | "sbom" | "license";
                /** @description Name. */
                project_name: string;
                repository_name: string;
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description ADDITION_NOT_FOUND, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description ARTIFACT_NOT_FOUND, PROJECT_NOT_FOUND, REPOSITORY_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    addLabel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name. */
                project_name: string;
                repository_name: string;
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelReference"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description ARTIFACT_NOT_FOUND, LABEL_NOT_FOUND, PROJECT_NOT_FOUND, REPOSITORY_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description LABEL_ON_ARTIFACT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    removeLabel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                label_id: number;
                /** @description Name. */
                project_name: string;
                repository_name: string;
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description ARTIFACT_NOT_FOUND, LABEL_NOT_ON_ARTIFACT, PROJECT_NOT_FOUND, REPOSITORY_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listLayers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name. */
                project_name: string;
                repository_name: string;
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Layer"][];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description ARTIFACT_NOT_FOUND, PROJECT_NOT_FOUND, REPOSITORY_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getManifest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name. */
                project_name: string;
                repository_name: string;
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DENIED, FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description ARTIFACT_NOT_FOUND, PROJECT_NOT_FOUND, REPOSITORY_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listReferrers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name. */
                project_name: string;
                repository_name: string;
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Referrer"][];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description ARTIFACT_NOT_FOUND, PROJECT_NOT_FOUND, REPOSITORY_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listTags: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Name. */
                project_name: string;
                repository_name: string;
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description ARTIFACT_NOT_FOUND, PROJECT_NOT_FOUND, REPOSITORY_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    createTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name. */
                project_name: string;
                repository_name: string;
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTag"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST, BAD_TAG_NAME */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description ARTIFACT_NOT_FOUND, PROJECT_NOT_FOUND, REPOSITORY_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROXY_CACHE_ONLY */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TAG_EXISTS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    deleteTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tag_name: string;
                /** @description Name. */
                project_name: string;
                repository_name: string;
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description ARTIFACT_NOT_FOUND, PROJECT_NOT_FOUND, REPOSITORY_NOT_FOUND, TAG_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TAG_IMMUTABLE, TAG_PROTECTED */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listDeleted: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Name. */
                project_name: string;
                repository_name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deleted"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND, REPOSITORY_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    purgeDeleted: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reference: string;
                /** @description Name. */
                project_name: string;
                repository_name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description NOTHING_TO_PURGE, PROJECT_NOT_FOUND, REPOSITORY_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    restoreDeleted: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reference: string;
                /** @description Name. */
                project_name: string;
                repository_name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Restored"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description NOTHING_TO_RESTORE, PROJECT_NOT_FOUND, REPOSITORY_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TAG_EXISTS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BLOBS_MISSING */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listRepositoryTags: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Name. */
                project_name: string;
                repository_name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepositoryTag"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND, REPOSITORY_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    deleteRepositoryTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tag_name: string;
                /** @description Name. */
                project_name: string;
                repository_name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND, REPOSITORY_NOT_FOUND, TAG_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TAG_IMMUTABLE, TAG_PROTECTED */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listTagHistory: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
            };
            header?: never;
            path: {
                tag_name: string;
                /** @description Name. */
                project_name: string;
                repository_name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagEvent"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND, REPOSITORY_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    restoreTagBefore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tag_name: string;
                event_id: number;
                /** @description Name. */
                project_name: string;
                repository_name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Restored"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND, REPOSITORY_NOT_FOUND, TAG_EVENT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CONTENT_GONE */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BLOBS_MISSING, TAG_IMMUTABLE, TAG_PROTECTED */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listQuotas: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
                /** @description What the quota is of: "project" alone. */
                reference?: string;
                /** @description Id of the project. */
                reference_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quota"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getQuota: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                quota_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quota"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description QUOTA_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    updateQuota: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                quota_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuotaUpdateReq"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST, BAD_STORAGE_LIMIT */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description QUOTA_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listRegistries: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
                /** @description Part of a registry's name. */
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registry"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    createRegistry: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegistryCreation"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description Path of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REGISTRY_CERTIFICATE, BAD_REGISTRY_TYPE, BAD_REGISTRY_URL, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description REGISTRY_EXISTS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    pingRegistry: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegistryPing"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REGISTRY_CERTIFICATE, BAD_REGISTRY_TYPE, BAD_REGISTRY_URL, BAD_REQUEST, REGISTRY_SECRET_NEEDED, REGISTRY_UNHEALTHY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description REGISTRY_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getRegistry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registry"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description REGISTRY_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    updateRegistry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegistryUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REGISTRY_CERTIFICATE, BAD_REGISTRY_URL, BAD_REQUEST, REGISTRY_LENDS_ACCOUNT, REGISTRY_SECRET_NEEDED */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description REGISTRY_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description REGISTRY_CHANGED, REGISTRY_EXISTS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    deleteRegistry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description REGISTRY_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description REGISTRY_IN_USE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getRegistryInfo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryInfo"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description REGISTRY_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listRegistryProviderInfos: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: components["schemas"]["RegistryProviderInfo"];
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listRegistryProviderTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string[];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listAllRepositories: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
                /** @description A pattern of names without their project: what a role, a robot or a rule with this pattern is about now. */
                matches?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Repository"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    createRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetentionPolicyReq"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description Path of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_CRON, BAD_REQUEST, RETENTION_EXISTS */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getRentenitionMetadata: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionMetadata"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getRetention: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionPolicy"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description NOT_FOUND, PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    updateRetention: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetentionPolicyReq"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_CRON, BAD_REQUEST, RETENTION_ELSEWHERE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description NOT_FOUND, PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    deleteRetention: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description NOT_FOUND, PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listRetentionExecutions: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionExecution"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description NOT_FOUND, PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    triggerRetentionExecution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetentionStart"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description Path of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description NOT_FOUND, PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description RETENTION_PREVIEW_OUTDATED, RETENTION_WITHOUT_RULES */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    operateRetentionExecution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                eid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetentionAction"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description EXECUTION_NOT_FOUND, NOT_FOUND, PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listRetentionVerdicts: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
            };
            header?: never;
            path: {
                id: number;
                eid: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionVerdict"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description EXECUTION_NOT_FOUND, NOT_FOUND, PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listRetentionTasks: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
            };
            header?: never;
            path: {
                id: number;
                eid: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionExecutionTask"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description EXECUTION_NOT_FOUND, NOT_FOUND, PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getRetentionTaskLog: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                eid: number;
                tid: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description EXECUTION_NOT_FOUND, NOT_FOUND, PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    ListRobot: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Robot"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    CreateRobot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RobotCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RobotCreated"];
                };
            };
            /** @description BAD_ISSUER, BAD_PATTERN, BAD_REQUEST, BAD_ROBOT_LEVEL, BAD_ROBOT_NAME, BAD_SECRET, ROBOT_OUTSIDE_PROJECT, ROBOT_PATTERNS_OUTSIDE, ROBOT_PERMISSION_UNKNOWN, ROBOT_WITHOUT_PERMISSIONS */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BEYOND_OWN_LIFE, BEYOND_OWN_RIGHTS, CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description PROJECT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description ROBOT_EXISTS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    GetRobotByID: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                robot_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Robot"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description FORBIDDEN, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description NOT_FOUND, PROJECT_NOT_FOUND, ROBOT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    UpdateRobot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                robot_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RobotUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_ISSUER, BAD_PATTERN, BAD_REQUEST, ROBOT_IDENTITY_FIXED, ROBOT_OUTSIDE_PROJECT, ROBOT_PATTERNS_OUTSIDE, ROBOT_PERMISSION_UNKNOWN, ROBOT_WITHOUT_PERMISSIONS */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BEYOND_OWN_LIFE, BEYOND_OWN_RIGHTS, CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description NOT_FOUND, PROJECT_NOT_FOUND, ROBOT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    DeleteRobot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                robot_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description NOT_FOUND, PROJECT_NOT_FOUND, ROBOT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    RefreshSec: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                robot_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RobotSecReq"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RobotSec"];
                };
            };
            /** @description BAD_REQUEST, BAD_SECRET */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BEYOND_OWN_LIFE, BEYOND_OWN_RIGHTS, CSRF_REFUSED, FORBIDDEN, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description NOT_FOUND, PROJECT_NOT_FOUND, ROBOT_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listRoles: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    createRole: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleReq"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description Path of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REPOSITORY_PATTERN, BAD_REQUEST, BAD_ROLE_NAME, UNKNOWN_PERMISSION */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BEYOND_OWN_RIGHTS, CSRF_REFUSED, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description ROLE_NAME_TAKEN */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_ROLES */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                role_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description NO_SUCH_ROLE */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    updateRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                role_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleReq"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REPOSITORY_PATTERN, BAD_REQUEST, BAD_ROLE_NAME, UNKNOWN_PERMISSION */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BEYOND_OWN_RIGHTS, CSRF_REFUSED, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description NO_SUCH_ROLE */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description ROLE_NAME_TAKEN */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description ROLE_BUILT_IN */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    deleteRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                role_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description NO_SUCH_ROLE */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description ROLE_BUILT_IN, ROLE_IN_USE */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listRoleHolders: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
            };
            header?: never;
            path: {
                role_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleHolder"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description NO_SUCH_ROLE */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listSchedules: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleTask"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getSchedulePaused: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchedulerStatus"];
                };
            };
            /** @description BAD_REQUEST, SCHEDULES_PAUSED_ALL_ONLY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    search: {
        parameters: {
            query: {
                /** @description Part of a name. */
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Search"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    searchAll: {
        parameters: {
            query: {
                /** @description Part of a name. */
                q: string;
                /** @description Number of the page, of each kind. */
                page?: number;
                /** @description Rows of each kind. */
                page_size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchAll"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getStatistic: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statistic"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    streamChanges: {
        parameters: {
            query?: never;
            header: {
                accept: string;
                "last-event-id": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description EVENT_STREAM_ONLY */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS, TOO_MANY_STREAMS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getSystemCVEAllowlist: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CVEAllowlist"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    putSystemCVEAllowlist: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CVEAllowlistReq"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST, CVE_NAMED_TWICE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    pingAuditLogForward: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuditLogForward"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST, FORWARD_FAILED */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getGCHistory: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GCHistory"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getGCSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK, or no body */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExecutionSchedule"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    updateGCSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Schedule"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_CRON, BAD_JOB_PARAMETERS, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    createGCSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Schedule"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description Path of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_CRON, BAD_JOB_PARAMETERS, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getGC: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                gc_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GCHistory"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description EXECUTION_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    stopGC: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                gc_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description EXECUTION_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getGCLog: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                gc_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description EXECUTION_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    pingOIDC: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OIDCEndpoint"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST, OIDC_UNREACHABLE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getPurgeHistory: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExecHistory"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getPurgeSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK, or no body */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExecutionSchedule"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    updatePurgeSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PurgeSchedule"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_CRON, BAD_JOB_PARAMETERS, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    createPurgeSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PurgeSchedule"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description Path of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_CRON, BAD_JOB_PARAMETERS, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getPurgeJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                purge_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExecHistory"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description EXECUTION_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    stopPurge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                purge_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description EXECUTION_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getPurgeJobLog: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                purge_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description EXECUTION_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getSystemInfo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeneralInfo"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getCert: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description NO_CA_CERTIFICATE */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getVolumes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemInfo"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listUserGroups: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
                /** @description The DN of a group of LDAP, however it is written. */
                ldap_group_dn?: string;
                /** @description Part of a group's name. */
                group_name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserGroup"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    createUserGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserGroupCreationReq"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description Path of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_GROUP_DN, BAD_GROUP_TYPE, BAD_REQUEST, GROUP_NAME_MISSING, NO_SUCH_GROUP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description GROUP_EXISTS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    searchUserGroups: {
        parameters: {
            query: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Part of a group's name. */
                groupname: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserGroupSearchItem"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getUserGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserGroup"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description GROUP_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    updateUserGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserGroupUpdateReq"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST, GROUP_NAME_MISSING, GROUP_NAME_TAKEN */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, READ_ONLY, SYSTEM_ADMIN_ONLY, TOKEN_LIMITED, USERS_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description GROUP_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    deleteUserGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description GROUP_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of. Keys that the list does not have are ignored. */
                q?: string;
                /** @description Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored. */
                sort?: string;
                /** @description Given by the Link header of the page before: then a page takes the same time however far it is. */
                after?: string;
                /** @description Part of a user name. */
                username?: string;
                /** @description Part of an e-mail address. */
                email?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserResp"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserCreationReq"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description Path of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_COMMENT, BAD_EMAIL, BAD_REALNAME, BAD_REQUEST, BAD_USERNAME, PASSWORD_TOO_LONG, USERNAME_IS_ADDRESS, WEAK_PASSWORD */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, READ_ONLY, SELF_REGISTRATION_PORTAL_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description EMAIL_TAKEN, LOGIN_TAKEN, USERNAME_TAKEN */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS, TOO_MANY_REGISTRATIONS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getCurrentUserInfo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurrentUserResp"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description USERS_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getCurrentUserPermissions: {
        parameters: {
            query?: {
                /** @description /project/<id or name>, the same with /repository/<name> for what is held in that one, or /system; absent: /system. X-Is-Resource-Name says that a number is a name. */
                scope?: string;
                /** @description Leave the scope out of the resources. */
                relative?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Permission"][];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactor"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOKEN_LIMITED, USERS_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    offerSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordProof"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorOffer"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, READ_ONLY, TOKEN_LIMITED, USERS_ONLY, WRONG_OLD_PASSWORD */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SECOND_FACTOR_ON */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    disableSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactorProof"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BAD_CODE, CSRF_REFUSED, READ_ONLY, TOKEN_LIMITED, USERS_ONLY, WRONG_OLD_PASSWORD */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SECOND_FACTOR_OFF */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    enableSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactorCode"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BAD_CODE, CSRF_REFUSED, READ_ONLY, TOKEN_LIMITED, USERS_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description NO_SECOND_FACTOR_OFFERED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    renewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactorProof"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BAD_CODE, CSRF_REFUSED, READ_ONLY, TOKEN_LIMITED, USERS_ONLY, WRONG_OLD_PASSWORD */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SECOND_FACTOR_OFF */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"][];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOKEN_LIMITED, USERS_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, TOKEN_LIMITED, USERS_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, TOKEN_LIMITED, USERS_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SESSION_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listAccessTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessToken"][];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOKEN_LIMITED, USERS_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    createAccessToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessTokenReq"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessTokenCreated"];
                };
            };
            /** @description BAD_PATTERN, BAD_REQUEST, NO_SUCH_PROJECT, PERMISSION_UNKNOWN, TOKEN_NAME_NEEDED, TOKEN_WITHOUT_RIGHTS */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, READ_ONLY, TOKEN_LIMITED, USERS_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOKEN_EXISTS, TOO_MANY_TOKENS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY, TOKEN_LIVES_TOO_LONG */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    deleteAccessToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, TOKEN_LIMITED, USERS_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOKEN_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    searchUsers: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1; what is less counts as 1. */
                page?: number;
                /** @description Rows of a page; 0 or less: every row, at most 3000. */
                page_size?: number;
                /** @description Part of a user name; absent: everybody. */
                username?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Rows of all pages together. */
                    "X-Total-Count"?: number;
                    /** @description Previous and next page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserSearchRespItem"][];
                };
            };
            /** @description BAD_QUERY, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOKEN_LIMITED, USERS_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserResp"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description USER_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    updateUserProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserProfile"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_COMMENT, BAD_EMAIL, BAD_REALNAME, BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, READ_ONLY, SYSTEM_ADMIN_ONLY, TOKEN_LIMITED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description USER_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description EMAIL_TAKEN, LOGIN_TAKEN */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    deleteUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CANNOT_DELETE_ADMIN, CANNOT_DELETE_SELF, CSRF_REFUSED, READ_ONLY, SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description USER_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    setCliSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OIDCCliSecretReq"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST, BAD_SECRET */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, READ_ONLY, SYSTEM_ADMIN_ONLY, TOKEN_LIMITED, USERS_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description USER_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description NO_OIDC_USER */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listUserIdentities: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserIdentity"][];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description USER_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    linkUserIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserIdentityLinkReq"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description Path of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST, TOO_MANY_IDENTITIES */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, READ_ONLY, SYSTEM_ADMIN_ONLY, TOKEN_LIMITED, USERS_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description USER_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description IDENTITY_LINKED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    unlinkUserIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: number;
                identity_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, READ_ONLY, SYSTEM_ADMIN_ONLY, TOKEN_LIMITED, USERS_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description IDENTITY_NOT_FOUND, USER_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    updateUserPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordReq"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST, PASSWORD_TOO_LONG, SAME_PASSWORD, WEAK_PASSWORD */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, READ_ONLY, SYSTEM_ADMIN_ONLY, TOKEN_LIMITED, USERS_ONLY, WRONG_OLD_PASSWORD */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description USER_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    removeSecondFactorOfUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, OWN_SECOND_FACTOR, READ_ONLY, SYSTEM_ADMIN_ONLY, TOKEN_LIMITED, USERS_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description USER_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SECOND_FACTOR_OFF */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    endSessionsOfUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, SYSTEM_ADMIN_ONLY, TOKEN_LIMITED, USERS_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description USER_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    setUserSysAdmin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserSysAdminFlag"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CANNOT_DEMOTE_ADMIN, CSRF_REFUSED, READ_ONLY, SYSTEM_ADMIN_ONLY, TOKEN_LIMITED, USERS_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description USER_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listAccessTokensOfUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessToken"][];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description SYSTEM_ADMIN_ONLY, TOKEN_LIMITED, USERS_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description USER_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    deleteAccessTokenOfUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: number;
                token_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CREDENTIAL_EXPIRED, IDENTITY_NAME_TAKEN, ID_TOKEN_REFUSED, ROBOT_DISABLED, TOKEN_NEEDED, UNAUTHENTICATED, WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description CSRF_REFUSED, SYSTEM_ADMIN_ONLY, TOKEN_LIMITED, USERS_ONLY */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOKEN_NOT_FOUND, USER_NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INVALID_FIELD, MALFORMED_BODY */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description TOO_MANY_FAILED_LOGINS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description INTERNAL */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, ISSUER_UNREACHABLE, SESSIONS_UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Any error: code, message and reason. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
}
