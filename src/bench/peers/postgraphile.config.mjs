// PostGraphile on the registry's views. Smart tags replace the constraints that views lack.
import { makePgService } from "postgraphile/adaptors/pg";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { jsonPgSmartTags } from "postgraphile/utils";
import { PostGraphileConnectionFilterPreset } from "postgraphile-plugin-connection-filter";

const views = ["partner_firm", "production_facility", "weapon_system", "facility_operator", "weapon_system_facility"];
const links = {
  facility_operator: [
    "(partner_firm) references registry.partner_firm (id)|@fieldName firm|@foreignFieldName facilityOperators",
    "(production_facility) references registry.production_facility (id)|@fieldName facility|@foreignFieldName operators",
  ],
  weapon_system_facility: [
    "(production_facility) references registry.production_facility (id)|@fieldName facility|@foreignFieldName weaponSystemFacilities",
    "(weapon_system) references registry.weapon_system (id)|@fieldName system|@foreignFieldName facilities",
  ],
};
const tags = jsonPgSmartTags({
  version: 1,
  config: {
    class: Object.fromEntries(
      views.map((view) => [
        `registry.${view}`,
        { tags: { primaryKey: "id", ...(links[view] ? { foreignKey: links[view] } : {}) } },
      ]),
    ),
  },
});

// The setting that registry.set_caller would make. A connection without it has the public caller.
const pgSettings = process.env.BENCH_READABLE ? { "registry.readable": process.env.BENCH_READABLE } : undefined;

export default {
  extends: [PostGraphileAmberPreset, PostGraphileConnectionFilterPreset],
  plugins: [tags],
  pgServices: [
    makePgService({
      connectionString: process.env.BENCH_DATABASE,
      schemas: ["registry"],
      poolConfig: { max: 16 },
      pubsub: false,
    }),
  ],
  schema: { defaultBehavior: "+connection +list", connectionFilterAllowNullInput: false },
  gather: { pgIdentifiers: "qualified" },
  grafast: { context: () => ({ pgSettings }), explain: false },
  grafserv: { host: "127.0.0.1", port: Number(process.env.BENCH_PORT), graphiql: false, watch: false },
};
