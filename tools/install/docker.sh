# shellcheck shell=bash
# The compose stack. Sourced after common.sh.

docker_services=(log postgresql redis registry api jobservice proxy)
# A name that no registry can answer for: what is missing is never fetched from somebody who has taken it.
IMAGES=berth.invalid
docker_images=(log postgresql redis registry api jobservice proxy)

docker_answers() {
  command -v docker > /dev/null && timeout 20 docker info > /dev/null 2>&1
}

# compose ARGUMENTS...: docker compose (v2) where there is one, else docker-compose.
compose() {
  if docker compose version > /dev/null 2>&1; then
    (cd "$BERTH_ROOT" && docker compose "$@")
  else
    (cd "$BERTH_ROOT" && docker-compose "$@")
  fi
}

# at_least VERSION MINIMUM
at_least() {
  [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}

check_docker() {
  local version
  version="$(docker version --format '{{.Server.Version}}' 2> /dev/null)"
  at_least "$version" 19.03 || die "Need to upgrade docker package to 19.03+."
  note "docker version: $version"
  if version="$(docker compose version --short 2> /dev/null)"; then
    note "docker compose version: $version"
  elif version="$(docker-compose version --short 2> /dev/null)"; then
    at_least "$version" 1.27 || die "Need to upgrade docker-compose package to 1.27+."
    note "docker-compose version: $version"
  else
    die "Need to install docker-compose (1.27+) or docker's compose plugin by yourself first and run this script again; or run ./install.sh --native."
  fi
}

# project_folder NAME: the folder, other than this one and still there, whose containers have this name of a compose project.
project_folder() {
  local folder
  docker ps --all --quiet --filter "label=com.docker.compose.project=$1" 2> /dev/null |
    xargs -r docker inspect --format '{{index .Config.Labels "com.docker.compose.project.working_dir"}}' 2> /dev/null | sort -u |
    while IFS= read -r folder; do
      [ -f "$folder/docker-compose.yml" ] && [ "$(realpath "$folder")" != "$(realpath "$BERTH_ROOT")" ] || continue
      echo "$folder"
      break
    done
}

# docker_project: what this folder's containers are called: as before, or berth, or where that is another folder's, a name of its own.
docker_project() {
  local project="${COMPOSE_PROJECT_NAME:-}"
  [ -n "$project" ] || project="$(installed COMPOSE_PROJECT_NAME)"
  [ -n "$project" ] || project=berth
  [ -z "$(project_folder "$project")" ] || project="berth-$(printf %s "$BERTH_ROOT" | cksum | cut -d ' ' -f 1)"
  echo "$project"
}

docker_prepare() {
  local owner
  [[ " $* " == *' --check '* ]] || ensure_user
  owner="$(data_owner)"
  run_prepare --mode docker ${owner:+--owner "$owner"} --project "$(docker_project)" "$@"
}

docker_runs() {
  [ "$(installed BERTH_MODE)" = docker ] && docker_answers &&
    [ -z "$(project_folder "${COMPOSE_PROJECT_NAME:-$(installed COMPOSE_PROJECT_NAME)}")" ] && [ -n "$(compose ps -q 2> /dev/null)" ]
}

# For a moment the engine may count a container that has gone to the network that is to go. What matters is that no container is left.
docker_stop_all() {
  local attempt
  for attempt in 1 2 3; do
    ! compose down || return 0
    sleep "$attempt"
  done
  [ -z "$(docker ps --all --quiet --filter "label=com.docker.compose.project=${COMPOSE_PROJECT_NAME:-$(installed COMPOSE_PROJECT_NAME)}")" ] ||
    die "The containers could not be taken down (see above). Run docker-compose down, and ./install.sh again."
}

load_images() {
  local archive
  for archive in "$BERTH_ROOT"/berth-images-*.tar.gz; do
    [ -f "$archive" ] || die "The package is incomplete: no berth-images-*.tar.gz beside install.sh."
    docker load -i "$archive"
  done
}

build_images() {
  local image version file
  version="$(berth_version)"
  # An image keeps the modes that a strict mask gave the checkout, and runs as another user.
  chmod -R go+rX "$BERTH_ROOT"/{apps,deploy,packages,tools}
  for image in "${docker_images[@]}"; do
    file="$BERTH_ROOT/deploy/$image/Dockerfile"
    [ -f "$file" ] || file="$BERTH_ROOT/deploy/Dockerfile"
    echo "Building $IMAGES/$image:$version"
    quietly "building $image" docker build --file "$file" --target "$image" --tag "$IMAGES/$image:$version" "$BERTH_ROOT" ||
      die "The image $IMAGES/$image could not be built."
  done
}

docker_container() {
  compose ps -q "$1" 2> /dev/null | head -n 1
}

docker_health() {
  local container
  container="$(docker_container "$1")"
  [ -n "$container" ] || { echo missing; return; }
  docker inspect --format '{{if .State.Running}}{{.State.Health.Status}}{{else}}{{.State.Status}}{{end}}' "$container" 2> /dev/null || echo missing
}

# docker_program SERVICE FOLDER PROGRAM ARGUMENTS...: one of the programs in a service's image, in a container of its own with that service's
# environment and files, and with FOLDER, where one is named, at its own path.
docker_program() {
  local service="$1" folder="$2" mount=()
  shift 2
  if [ -n "$folder" ]; then
    [[ "$folder" != *:* ]] || die "The engine takes no folder with a colon in its name: $folder"
    mount=(--volume "$folder:$folder")
  fi
  compose run --rm --no-deps -T -e BERTH_PROGRAM -e BERTH_REMOTE_USER -e BERTH_REMOTE_PASSWORD -e BERTH_REMOTE_CA "${mount[@]}" "$service" node --enable-source-maps "$@"
}

docker_logs() {
  compose logs --tail "${2:-40}" "$1" 2>&1
}

# docker_status SERVICE...: of all of them with their sum, or of one.
docker_status() {
  local service container pids size total=0
  status_head
  for service in "$@"; do
    container="$(docker_container "$service")"
    if [ -z "$container" ]; then
      status_row "$service" missing - ''
      continue
    fi
    mapfile -t pids < <(docker top "$container" -eo pid 2> /dev/null | tail -n +2 | tr -d ' ')
    size="$(pss "${pids[@]}")"
    total=$((total + ${size:-0}))
    status_row "$service" "$(docker inspect --format '{{.State.Status}}' "$container")" "$(docker_health "$service")" "$size"
  done
  [ "$#" -eq 1 ] || status_row total '' '' "$total"
  [ "$(id -u)" -eq 0 ] || note "Memory of other users' processes is shown to root only."
}
