/** Who asks: the administrator, or a user with a role in some projects. */
export type RestCaller = 'administrator' | 'user'

/** One kind of request to the REST API. */
export interface RestWorkload {
  readonly name: string
  /** Below `/api/v2.0/`. */
  readonly path: string
  readonly as?: RestCaller
  /** What is asked for instead of `path` itself: the last page of that list, or what its `Link: next` leads to half way through. */
  readonly page?: 'last' | 'next'
}

// Names as fillDatabase gives them. The first repository of the first project is the largest one.
const LARGE = 'projects/project-001/repositories/api-1'
const artifacts = `${LARGE}/artifacts`
const tags = `${LARGE}/tags`
const ofProject = 'projects/project-001/artifacts'

const audit = 'auditlog-exts'
const auditOfProject = 'projects/project-001/auditlog-exts'
/** The newest runs of the first policies have the most tasks; `fill-runs.ts` gives them these numbers. */
const [replicationRun, retentionRun] = ['replication/executions/2180', 'retentions/1/executions/2200']
const deliveries = 'projects/project-001/webhook/policies/1/executions'
const since = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
const asked = (q: string) => `?q=${encodeURIComponent(q)}`

/** The lists and single things that the portal and Harbor's clients ask for. */
export const restWorkloads: readonly RestWorkload[] = [
  { name: 'projects', path: 'projects' },
  { name: 'projects, as a user', path: 'projects', as: 'user' },
  { name: 'projects, name contains', path: 'projects?q=name%3D~ject-00' },
  { name: 'projects, by repositories', path: 'projects?sort=-repo_count' },
  { name: 'repositories of a large project', path: 'projects/project-001/repositories' },
  { name: 'repositories of a large project, last page', path: 'projects/project-001/repositories', page: 'last' },
  { name: 'repositories of a large project, by name', path: 'projects/project-001/repositories?sort=name' },
  { name: 'repositories of a large project, by pulls', path: 'projects/project-001/repositories?sort=-pull_count' },
  {
    name: 'repositories of a large project, name contains',
    path: 'projects/project-001/repositories?q=name%3D~cache-1',
  },
  { name: 'repositories of a small project', path: 'projects/project-003/repositories' },
  { name: 'repositories of all projects', path: 'repositories' },
  { name: 'repositories of all projects, as a user', path: 'repositories', as: 'user' },
  { name: 'artifacts', path: artifacts },
  { name: 'artifacts, 100 a page', path: `${artifacts}?page_size=100` },
  { name: 'artifacts, last page', path: artifacts, page: 'last' },
  { name: 'artifacts, next of a middle page', path: artifacts, page: 'next' },
  { name: 'artifacts, oldest first', path: `${artifacts}?sort=push_time` },
  { name: 'artifacts, by size', path: `${artifacts}?sort=-size` },
  { name: 'artifacts, by type', path: `${artifacts}?sort=type` },
  { name: 'artifacts, by digest', path: `${artifacts}?sort=digest` },
  { name: 'artifacts, by last pull', path: `${artifacts}?sort=-pull_time` },
  { name: 'artifacts, charts', path: `${artifacts}?q=type%3DCHART` },
  { name: 'artifacts, one tag', path: `${artifacts}?q=tags%3Dbuild-5` },
  { name: 'artifacts, tag contains', path: `${artifacts}?q=tags%3D~build-12` },
  { name: 'artifacts, untagged', path: `${artifacts}?q=tags%3Dnil` },
  { name: 'artifacts, digest begins', path: `${artifacts}?q=digest%3D~sha256:ab` },
  { name: 'artifacts, pushed since yesterday', path: `${artifacts}?q=push_time%3D%5B${since(1)}~%5D` },
  { name: 'artifacts of a large project', path: ofProject },
  { name: 'artifacts of a large project, by size', path: `${ofProject}?sort=-size` },
  { name: 'artifacts of a large project, charts', path: `${ofProject}${asked('type=CHART')}` },
  { name: 'artifacts of a large project, last page', path: ofProject, page: 'last' },
  { name: 'artifacts of a large project, untagged', path: `${ofProject}${asked('tags=nil')}` },
  { name: 'artifacts of a large project, one tag', path: `${ofProject}${asked('tags=build-5')}` },
  { name: 'artifacts of a large project, tag contains', path: `${ofProject}${asked('tags=~build-12')}` },
  { name: 'artifacts of a large project, tag contains what many have', path: `${ofProject}${asked('tags=~build')}` },
  { name: 'artifacts of a large project, label', path: `${ofProject}${asked('labels=77')}` },
  {
    name: 'artifacts of a large project, tag contains what many have, by size',
    path: `${ofProject}?sort=-size&q=${encodeURIComponent('tags=~build')}`,
  },
  {
    name: 'artifacts of a large project, repository contains',
    path: `${ofProject}${asked('repository_name=~cache-1')}`,
  },
  {
    name: 'artifacts of a large project, newest of each repository',
    path: `${ofProject}?latest_in_repository=true&q=${encodeURIComponent('media_type=application/vnd.oci.image.config.v1+json')}`,
  },
  { name: 'artifacts of a small project', path: 'projects/project-003/artifacts' },
  { name: 'accessories', path: `${artifacts}/build-5/accessories` },
  { name: 'referrers', path: `${artifacts}/build-5/referrers` },
  { name: 'layers', path: `${artifacts}/build-5/layers` },
  { name: 'build history', path: `${artifacts}/build-5/additions/build_history` },
  { name: 'tags', path: tags },
  { name: 'tags, last page', path: tags, page: 'last' },
  { name: 'tags, by name', path: `${tags}?sort=name` },
  { name: 'tags, by size', path: `${tags}?sort=-size` },
  { name: 'tags, by pulls', path: `${tags}?sort=-pull_count` },
  { name: 'tags, name contains', path: `${tags}?q=name%3D~build-12` },
  { name: 'tags of an artifact', path: `${artifacts}/build-5/tags` },
  { name: 'tags, labels', path: `${tags}${asked('labels=77')}` },
  { name: 'history of a tag', path: `${tags}/build-5/history` },
  { name: 'deleted', path: `${LARGE}/deleted` },
  { name: 'deleted, last page', path: `${LARGE}/deleted`, page: 'last' },
  { name: 'members of a large project', path: 'projects/project-001/members' },
  { name: 'members, name contains', path: 'projects/project-001/members?entityname=001' },
  { name: 'users', path: 'users' },
  { name: 'users, last page', path: 'users', page: 'last' },
  { name: 'users, name contains', path: 'users?q=username%3D~-0001' },
  { name: 'users, search', path: 'users/search?username=user-0' },
  { name: 'search', path: 'search?q=cache-1' },
  { name: 'search, as a user', path: 'search?q=api', as: 'user' },
  { name: 'search everything', path: 'search/all?q=cache-1' },
  { name: 'search everything, tags', path: 'search/all?q=build-12' },
  { name: 'search everything, as a user', path: 'search/all?q=build-12', as: 'user' },
  { name: 'search everything, a digest begins', path: 'search/all?q=sha256:ab' },
  { name: 'statistics', path: 'statistics' },
  { name: 'statistics, what stores and is pushed most', path: 'statistics/top' },
  { name: 'overview', path: 'overview' },
  { name: 'overview, as a user', path: 'overview', as: 'user' },
  { name: 'activity of a large project', path: 'projects/project-001/activity' },
  { name: 'usage of a large project', path: 'projects/project-001/usage' },
  { name: 'usage of a large repository', path: `${LARGE}/usage` },
  { name: 'quotas', path: 'quotas' },
  { name: 'quotas, by use', path: 'quotas?sort=-used.storage' },
  { name: 'quotas, last page', path: 'quotas', page: 'last' },
  { name: 'labels of a project', path: 'labels?scope=p&project_id=1' },
  { name: 'robots', path: 'robots' },
  { name: 'robots of a project', path: 'projects/project-001/robots' },
  { name: 'robots of a project, last page', path: 'projects/project-001/robots', page: 'last' },
  { name: 'tag rules', path: 'projects/project-001/immutabletagrules' },
  { name: 'runs of retention', path: 'retentions/1/executions' },
  { name: 'tasks of a run of retention', path: `${retentionRun}/tasks` },
  { name: 'tasks of a run of retention, last page', path: `${retentionRun}/tasks`, page: 'last' },
  { name: 'what a run of retention said', path: `${retentionRun}/artifacts` },
  { name: 'what a run of retention said, what goes', path: `${retentionRun}/artifacts${asked('outcome=goes')}` },
  { name: 'rules of replication', path: 'replication/policies' },
  { name: 'runs of replication', path: 'replication/executions' },
  { name: 'runs of replication, of one rule', path: 'replication/executions?policy_id=1' },
  { name: 'one run of replication', path: replicationRun },
  { name: 'tasks of a run of replication', path: `${replicationRun}/tasks` },
  { name: 'tasks of a run of replication, last page', path: `${replicationRun}/tasks`, page: 'last' },
  { name: 'tasks of a run of replication, failed', path: `${replicationRun}/tasks?status=Failed` },
  { name: 'registries', path: 'registries' },
  { name: 'webhooks', path: 'projects/project-001/webhook/policies' },
  { name: 'deliveries of a webhook', path: deliveries },
  { name: 'deliveries of a webhook, last page', path: deliveries, page: 'last' },
  { name: 'deliveries of a webhook, failed', path: `${deliveries}${asked('status=Error')}` },
  { name: 'runs of every job', path: 'jobservice/jobs' },
  { name: 'runs of every job, failed', path: `jobservice/jobs${asked('status=error')}` },
  { name: 'queues of jobs', path: 'jobservice/queues' },
  { name: 'runs of garbage collection', path: 'system/gc' },
  { name: 'audit log', path: audit },
  { name: 'audit log, old form', path: 'audit-logs' },
  { name: 'audit log, oldest first', path: `${audit}?sort=op_time` },
  { name: 'audit log, next of a middle page', path: audit, page: 'next' },
  { name: 'audit log, as a user', path: audit, as: 'user' },
  { name: 'audit log, of a user', path: `${audit}${asked('username=user-00007')}` },
  { name: 'audit log, user contains', path: `${audit}${asked('username=~-0000')}` },
  { name: 'audit log, operation', path: `${audit}${asked('operation=delete')}` },
  { name: 'audit log, rare type', path: `${audit}${asked('resource_type=member')}` },
  { name: 'audit log, operation and type', path: `${audit}${asked('operation=delete,resource_type=tag')}` },
  { name: 'audit log, one resource', path: `${audit}${asked('resource=project-001/api-1:build-5')}` },
  { name: 'audit log, resource contains', path: `${audit}${asked('resource=~build-123456')}` },
  { name: 'audit log, resource contains what many have', path: `${audit}${asked('resource=~api-1')}` },
  {
    name: 'audit log, resource contains and operation',
    path: `${audit}${asked('resource=~api-1,operation=delete')}`,
  },
  {
    name: 'audit log, resource contains and operation, none',
    path: `${audit}${asked('resource=~api-1,operation=login')}`,
  },
  { name: 'audit log, refused', path: `${audit}${asked('operation_result=false')}` },
  { name: 'audit log, a month half a year ago', path: `${audit}${asked(`op_time=[${since(200)}~${since(170)}]`)}` },
  { name: 'audit log of a large project', path: auditOfProject },
  { name: 'audit log of a large project, last page', path: auditOfProject, page: 'last' },
  { name: 'audit log of a large project, rare type', path: `${auditOfProject}${asked('resource_type=member')}` },
  { name: 'audit log of a large project, of a user', path: `${auditOfProject}${asked('username=user-00007')}` },
  { name: 'audit log of a small project', path: 'projects/project-003/auditlog-exts' },
  { name: 'one project', path: 'projects/project-001' },
  { name: 'one repository', path: LARGE },
  { name: 'one artifact, by tag', path: `${artifacts}/build-5` },
]
