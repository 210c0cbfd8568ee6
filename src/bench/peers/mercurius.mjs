// Mercurius with JIT: resolvers and loaders with hand-written SQL on the registry's views.
import Fastify from "fastify";
import mercurius from "mercurius";
import pg from "pg";

const pool = new pg.Pool({
  connectionString: process.env.BENCH_DATABASE,
  max: 16,
  // The setting that registry.set_caller would make, set once per connection because all requests have the same caller.
  ...(process.env.BENCH_READABLE ? { options: `-c registry.readable=${process.env.BENCH_READABLE.replaceAll("\\", "\\\\")}` } : {}),
});

/** Runs a named statement, which each connection prepares once. */
async function rows(name, text, values) {
  return (await pool.query({ name, text, values })).rows;
}

const schema = `
  type Query {
    firm(id: ID!): Firm
    firms(first: Int!, jurisdiction: String, status: String, contains: String, afterName: String, afterId: ID): [Firm!]!
    countOfFirms(jurisdiction: String!, status: String!): Int!
  }
  type Firm {
    id: ID! legalName: String! jurisdiction: String! status: String! website: String
    foreignOwnershipAssessment: String vettingNotes: String withheld: [String!]! facilities: [Facility!]!
  }
  type Facility { id: ID! name: String! status: String! annualCapacity: Int systems: [System!]! }
  type System { id: ID! codeName: String! capabilityCategory: String! designation: String maximumRangeKm: Int }
`;

const page = `SELECT id, legal_name AS "legalName", status, website, vetting_notes AS "vettingNotes", withheld
  FROM registry.partner_firm`;
const resolvers = {
  Query: {
    async firm(_, { id }) {
      const [firm] = await rows(
        "firm",
        `SELECT id, legal_name AS "legalName", jurisdiction, status, website,
           foreign_ownership_assessment AS "foreignOwnershipAssessment", vetting_notes AS "vettingNotes", withheld
         FROM registry.partner_firm WHERE id = $1`,
        [id],
      );
      return firm ?? null;
    },
    firms(_, { first, jurisdiction, status, contains, afterName, afterId }) {
      if (contains) {
        return rows("search", `${page} WHERE legal_name ILIKE $1 ORDER BY legal_name, id LIMIT $2`, [
          `%${contains.replace(/[\\%_]/g, "\\$&")}%`, first]);
      }
      if (jurisdiction) {
        return rows("filter", `${page} WHERE jurisdiction = $1 AND status = $2 ORDER BY legal_name, id LIMIT $3`, [
          jurisdiction, status, first]);
      }
      if (afterId) {
        return rows("deep", `${page} WHERE (legal_name, id) > ($1, $2) ORDER BY legal_name, id LIMIT $3`, [
          afterName, afterId, first]);
      }
      return rows("page", `${page} ORDER BY legal_name, id LIMIT $1`, [first]);
    },
    async countOfFirms(_, { jurisdiction, status }) {
      const [{ count }] = await rows(
        "count",
        "SELECT count(*)::integer FROM registry.partner_firm WHERE jurisdiction = $1 AND status = $2",
        [jurisdiction, status],
      );
      return count;
    },
  },
};

/** A loader: reads the children of all parents in one statement and assigns them to their parents. */
function below(name, text) {
  return async (queries) => {
    const lists = new Map(queries.map(({ obj }) => [obj.id, []]));
    for (const row of await rows(name, text, [[...lists.keys()]])) {
      lists.get(row.parent).push(row);
    }
    return queries.map(({ obj }) => lists.get(obj.id));
  };
}

const loaders = {
  Firm: {
    facilities: below(
      "facilities",
      `SELECT l.partner_firm AS parent, t.id, t.name, t.status, t.annual_capacity AS "annualCapacity"
       FROM registry.facility_operator l JOIN registry.production_facility t ON t.id = l.production_facility
       WHERE l.partner_firm = ANY ($1) ORDER BY t.id`,
    ),
  },
  Facility: {
    systems: below(
      "systems",
      `SELECT l.production_facility AS parent, t.id, t.code_name AS "codeName", t.capability_category AS "capabilityCategory",
         t.designation, t.maximum_range_km AS "maximumRangeKm"
       FROM registry.weapon_system_facility l JOIN registry.weapon_system t ON t.id = l.weapon_system
       WHERE l.production_facility = ANY ($1) ORDER BY t.id`,
    ),
  },
};

const app = Fastify();
await app.register(mercurius, { schema, resolvers, loaders, jit: 1, graphiql: false });
await app.listen({ host: "127.0.0.1", port: Number(process.env.BENCH_PORT) });
