import { otherName, user } from './error-entry.js'

const changeTagRule = {
  en: 'A maintainer or an admin of the project can change the rule under “Tag rules”.',
  zh: '项目的维护人员或管理员可在“标签规则”中修改该规则。',
}

/** Repositories, artifacts and tags. */
export const contentErrors = {
  REPOSITORY_NOT_FOUND: user(
    'NOT_FOUND',
    404,
    'There is no repository {repository}.',
    '镜像仓库 {repository} 不存在。',
  ),
  ARTIFACT_NOT_FOUND: user(
    'NOT_FOUND',
    404,
    'There is no artifact {reference} in {repository}.',
    '{repository} 中没有制品 {reference}。',
  ),
  TAG_NOT_FOUND: user('NOT_FOUND', 404, 'There is no tag {tag} in {repository}.', '{repository} 中没有标签 {tag}。'),
  NOTHING_TO_RESTORE: user(
    'NOT_FOUND',
    404,
    'There is no deleted {reference} in {repository} to restore: it is back already, or its time is over.',
    '{repository} 中没有可恢复的 {reference}：它可能已恢复，或已超过保留期限。',
    { en: 'Push it again if you still need it.', zh: '如仍需要，请重新推送。' },
  ),
  NOTHING_TO_PURGE: user(
    'NOT_FOUND',
    404,
    'There is no deleted artifact {reference} in {repository}: only what is deleted can be deleted for good, by its digest.',
    '{repository} 中没有已删除的制品 {reference}：只能按摘要彻底删除已删除的制品。',
  ),
  ADDITION_NOT_FOUND: user('BAD_REQUEST', 400, 'This artifact has no {addition}.', '该制品没有 {addition}。'),
  ADDITION_ABSENT: user('NOT_FOUND', 404, 'This artifact holds no {addition}.', '该制品不包含 {addition}。'),
  ADDITION_TOO_LARGE: user(
    'REQUEST_ENTITY_TOO_LARGE',
    413,
    'The {addition} of this artifact is too large to be shown.',
    '该制品的 {addition} 过大，无法显示。',
    { en: 'Pull the artifact to read it.', zh: '请拉取该制品后查看。' },
  ),
  TAG_EVENT_NOT_FOUND: user(
    'NOT_FOUND',
    404,
    'The history of the tag {tag} has no entry {event} before which it named something.',
    '标签 {tag} 的历史中没有编号为 {event} 且之前有指向的记录。',
  ),
  CONTENT_GONE: user(
    'CONFLICT',
    409,
    'What the tag {tag} named until {until} is gone for good: {digest}',
    '标签 {tag} 在 {until} 之前指向的内容已彻底清除：{digest}',
    { en: 'Push it again if you still need it.', zh: '如仍需要，请重新推送。' },
  ),
  BAD_COPY_SOURCE: user(
    'BAD_REQUEST',
    400,
    '"from" takes project/repository:tag or project/repository@digest, not "{from}".',
    '“from”应为 project/repository:tag 或 project/repository@digest，而不是“{from}”。',
  ),
  TAG_EXISTS: user(
    'CONFLICT',
    409,
    'There is already a tag {tag} in this repository.',
    '该镜像仓库中已有标签 {tag}。',
    {
      en: 'It stays where it is. To have the old one back, delete this one first.',
      zh: '现有标签保持不变。如需恢复旧标签，请先删除现有标签。',
    },
  ),
  BAD_TAG_NAME: user(
    'BAD_REQUEST',
    400,
    'A tag has 1 to 128 letters, digits, ".", "_" and "-", and does not start with "." or "-".',
    '标签长度为 1 到 128 个字符，只能使用字母、数字、“.”、“_”和“-”，且不能以“.”或“-”开头。',
  ),
  ARTIFACT_REFERENCED: user(
    'VIOLATE_FOREIGN_KEY_CONSTRAINT',
    412,
    'The artifact {reference} is part of an index or manifest list: delete that first.',
    '制品 {reference} 被索引引用，请先删除该索引。',
  ),
  LABEL_NOT_FOUND: user('NOT_FOUND', 404, 'There is no label {label}.', '标记 {label} 不存在。'),
  LABEL_EXISTS: user('CONFLICT', 409, 'There is already a label {label}.', '标记 {label} 已存在。', otherName),
  LABEL_ON_ARTIFACT: user(
    'CONFLICT',
    409,
    'The artifact {reference} has the label {label} already.',
    '制品 {reference} 已有标记 {label}。',
  ),
  LABEL_NOT_ON_ARTIFACT: user(
    'NOT_FOUND',
    404,
    'The artifact {reference} does not have the label {label}.',
    '制品 {reference} 没有标记 {label}。',
  ),
  BAD_LABEL_NAME: user(
    'BAD_REQUEST',
    400,
    'A label has a name of 1 to 128 characters.',
    '标记名称长度为 1 到 128 个字符。',
  ),
  BAD_LABEL_SCOPE: user(
    'BAD_REQUEST',
    400,
    'The scope of a label is "g" (for every project), or "p" with the id of a project as project_id.',
    '标记的范围应为“g”（所有项目），或为“p”并以 project_id 指定项目。',
  ),
  TAG_IMMUTABLE: user(
    'PRECONDITION',
    412,
    'The tag {tag} of {repository} is immutable by the rule "{rule}".',
    '根据规则“{rule}”，{repository} 的标签 {tag} 不可变更。',
    changeTagRule,
  ),
  TAG_PROTECTED: user(
    'PRECONDITION',
    412,
    'The tag {tag} of {repository} may be moved or deleted by {roles} alone, by the rule "{rule}".',
    '根据规则“{rule}”，{repository} 的标签 {tag} 仅允许 {roles} 移动或删除。',
    changeTagRule,
  ),
  QUOTA_EXCEEDED: user(
    'DENIED',
    403,
    "the project's storage quota of {limit} would be exceeded: delete what nobody needs, or ask a system administrator for more",
    '将超出项目的存储配额 {limit}：请删除不再需要的内容，或联系系统管理员提高上限。',
  ),
  CACHE_INCOMPLETE: user(
    'PRECONDITION',
    412,
    'This proxy cache has only what somebody has pulled through it. Of {reference} it lacks: {missing}',
    '该代理缓存中只有已被拉取过的内容。{reference} 还缺少：{missing}',
    {
      en: 'Pull the image through the proxy cache, with all its platforms, and copy it again.',
      zh: '请先通过该代理缓存拉取镜像的全部平台，再重新复制。',
    },
  ),
  BLOBS_MISSING: user(
    'PRECONDITION',
    412,
    'Blobs of {reference} have been deleted one by one, so it cannot be restored until they are pushed again: {blobs}',
    '{reference} 的部分 blob 已被单独删除，重新推送后才能恢复：{blobs}',
    { en: 'Push the image again.', zh: '请重新推送该镜像。' },
  ),
}
