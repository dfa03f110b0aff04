// One stack, made once: making it takes seconds.
import "./template/alarms.ts";
import "./template/bulk.ts";
import "./template/functions.ts";
import "./template/references.ts";
import "./template/roles.ts";
import "./template/routes.ts";
import "./template/stores.ts";
import "./template/time-limits.ts";
