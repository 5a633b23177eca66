import type { Migration } from '../migrations.js'

/**
 * Indexes for what the lists of the audit log ask for together. Of two filters that many entries meet, and few or none meet both, one index
 * has the answer to both: so it is read alone, without the rows. A whole resource is found by its hash; the trigrams of a long name
 * are those of many others.
 */
export const migration: Migration = {
  statements: `
drop index event_actor, event_operation, event_resource_type;
create index event_actor on event (actor_name, at, id) include (operation, resource_type, succeeded) where entry = 'kept';
create index event_operation on event (operation, at, id) include (resource_type, actor_name, succeeded) where entry = 'kept';
create index event_resource_type on event (resource_type, at, id) include (operation, actor_name, succeeded) where entry = 'kept';
create index event_resource_whole on event (hashtextextended(resource, 0), at, id) where entry = 'kept';
`,
}
