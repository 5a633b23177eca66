# What Terraform's provider for Harbor makes and changes: `round` 1 is how it begins, 2 how it goes on.
terraform {
  required_providers {
    harbor = { source = "goharbor/harbor" }
  }
}

variable "url" {}
variable "password" {}
variable "name" {}
variable "round" {
  type    = number
  default = 1
}

locals { first = var.round == 1 }

provider "harbor" {
  url      = var.url
  username = "admin"
  password = var.password
}

resource "harbor_project" "one" {
  name                   = var.name
  public                 = local.first
  vulnerability_scanning = true
  storage_quota          = local.first ? 5 : 6
  force_destroy          = true
}

resource "harbor_user" "one" {
  username  = var.name
  password  = "Harbour-pilot-42"
  full_name = local.first ? "Terry Form" : "Terry Reform"
  email     = "${var.name}@example.com"
}

resource "harbor_project_member_user" "one" {
  project_id = harbor_project.one.id
  user_name  = harbor_user.one.username
  role       = local.first ? "developer" : "maintainer"
}

resource "harbor_group" "one" {
  group_name = var.name
  group_type = 3
}

resource "harbor_project_member_group" "one" {
  project_id = harbor_project.one.id
  group_name = harbor_group.one.group_name
  type       = "oidc"
  role       = local.first ? "guest" : "limitedguest"
}

resource "harbor_robot_account" "system" {
  name     = var.name
  level    = "system"
  duration = -1
  permissions {
    kind      = "system"
    namespace = "/"
    access {
      action   = "list"
      resource = "project"
    }
  }
  permissions {
    kind      = "project"
    namespace = harbor_project.one.name
    access {
      action   = "pull"
      resource = "repository"
    }
  }
}

resource "harbor_robot_account" "project" {
  name   = "ci"
  level  = "project"
  secret = local.first ? "Harbour-pilot-42" : "Harbour-pilot-43"
  permissions {
    kind      = "project"
    namespace = harbor_project.one.name
    access {
      action   = "pull"
      resource = "repository"
    }
  }
}

resource "harbor_label" "system" {
  name        = var.name
  color       = local.first ? "#FF0000" : "#00FF00"
  description = "words"
}

resource "harbor_label" "project" {
  name       = var.name
  color      = "#48960C"
  project_id = harbor_project.one.id
}

resource "harbor_immutable_tag_rule" "one" {
  project_id    = harbor_project.one.id
  repo_matching = "**"
  tag_matching  = local.first ? "v2.*" : "v3.*"
}

resource "harbor_retention_policy" "one" {
  scope    = harbor_project.one.id
  schedule = "Daily"
  rule {
    n_days_since_last_pull = local.first ? 5 : 6
    repo_matching          = "**"
    tag_matching           = "latest"
  }
}

resource "harbor_registry" "one" {
  provider_name = "docker-registry"
  name          = var.name
  endpoint_url  = local.first ? "https://one.example.com" : "https://two.example.com"
  access_id     = "someone"
  access_secret = "secret"
}

resource "harbor_registry" "hub" {
  provider_name = "docker-hub"
  name          = "${var.name}-hub"
  endpoint_url  = "https://hub.docker.com"
}

resource "harbor_project" "cache" {
  name        = "${var.name}-cache"
  registry_id = harbor_registry.hub.registry_id
}

resource "harbor_replication" "push" {
  name                   = "${var.name}-push"
  description            = local.first ? "words" : "other words"
  action                 = "push"
  registry_id            = harbor_registry.one.registry_id
  schedule               = local.first ? "0 0 3 * * *" : "event_based"
  dest_namespace         = "copies"
  dest_namespace_replace = local.first ? -1 : 1
  deletion               = !local.first
  enabled                = local.first
  speed                  = local.first ? 512 : -1
  copy_by_chunk          = true
  filters {
    name = "${var.name}/**"
  }
  filters {
    name = "**/app"
  }
  filters {
    tag        = "v*"
    decoration = "matches"
  }
  filters {
    tag        = "*-rc"
    decoration = "excludes"
  }
  filters {
    labels = [harbor_label.system.name]
  }
  filters {
    resource = "image"
  }
}

resource "harbor_replication" "pull" {
  name                      = "${var.name}-pull"
  action                    = "pull"
  registry_id               = harbor_registry.hub.registry_id
  override                  = local.first
  single_active_replication = true
  filters {
    name = local.first ? "library/busybox" : "library/alpine"
  }
}

resource "harbor_project_webhook" "one" {
  name             = var.name
  address          = "https://hooks.example.com"
  project_id       = harbor_project.one.id
  notify_type      = "http"
  skip_cert_verify = !local.first
  events_types     = local.first ? ["PUSH_ARTIFACT"] : ["PUSH_ARTIFACT", "DELETE_ARTIFACT"]
}

resource "harbor_garbage_collection" "one" {
  schedule        = local.first ? "Daily" : "Weekly"
  delete_untagged = true
  workers         = 2
}

resource "harbor_purge_audit_log" "one" {
  schedule             = "Daily"
  audit_retention_hour = local.first ? 240 : 480
  include_event_types  = "create_artifact,delete_artifact"
}

resource "harbor_config_security" "one" {
  cve_allowlist = local.first ? ["CVE-2020-1"] : ["CVE-2020-1", "CVE-2021-2"]
}

resource "harbor_config_system" "one" {
  project_creation_restriction   = "everyone"
  disabled_audit_log_event_types = "pull_artifact"
  robot_token_expiration         = 30
  robot_name_prefix              = "robot$"
  banner_message {
    message = local.first ? "hello" : "goodbye"
  }
}

# Taking it away changes nothing.
resource "harbor_config_auth" "one" {
  auth_mode          = "oidc_auth"
  oidc_name          = local.first ? "provider" : "other provider"
  oidc_endpoint      = "https://id.example.com"
  oidc_client_id     = "berth"
  oidc_client_secret = "secret"
  oidc_scope         = "openid,email"
  oidc_verify_cert   = local.first
}

data "harbor_project" "library" { name = "library" }
data "harbor_projects" "all" {}
data "harbor_users" "all" {}
data "harbor_groups" "all" {}
data "harbor_robot_accounts" "all" {}
data "harbor_project_member_users" "one" { project_id = harbor_project_member_user.one.project_id }
data "harbor_project_member_groups" "one" { project_id = harbor_project_member_group.one.project_id }
data "harbor_registry" "one" { name = harbor_registry.one.name }
