/** SQL: whether the platform sends anything to webhooks. Part of statements, so that what an administrator says acts at once. */
export const areWebhooksOn = `coalesce((select value <> 'false' from setting where key = 'notification_enable'), true)`
