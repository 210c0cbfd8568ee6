// The questions: for each server its query, and a function that converts its response into a common form for comparison.

const firm = "id legalName status vettingNotes";
const pageFirm = `${firm} website withheld`;
const recordFirm = `${pageFirm} foreignOwnershipAssessment`;
const facility = "id name status annualCapacity";
const system = "id codeName capabilityCategory designation maximumRangeKm";
const rowId = (fields) => fields.replace(/\bid\b/, "rowId");
const order = "orderBy: [{field: LEGAL_NAME}]";

/** The UUID in an id of the registry; the peers use the UUID itself. */
const uuid = (id) => Buffer.from(id, "base64url").toString().split(":")[1];
const plain = ({ rowId: row, id, ...rest }) => ({ id: row ?? id, ...rest });
const ours = ({ id, ...rest }) => ({ id: uuid(id), ...rest });

/** Sorts nested records by id, because the registry orders them by name and the peers by id. */
const byId = (records) => records.toSorted((one, other) => (one.id < other.id ? -1 : 1));
const sortedBelow = (firm) => ({
  ...firm,
  facilities: byId(firm.facilities.map((each) => ({ ...each, systems: byId(each.systems) }))),
});

/**
 * The questions for a database.
 *
 * @param sample the records that the questions refer to: `record`, the UUID of a firm, and for the deep page the firm before
 *     it: its `deepName` and `deepId`, and its cursors `deepCursor` of the registry and `deepPostgraphileCursor`
 */
export function questions(sample) {
  return {
    record: {
      title: "one record",
      registry: {
        query: `query Record($id: ID!) { partnerFirm(id: $id) { ${recordFirm} jurisdiction { alpha2 } } }`,
        variables: { id: Buffer.from(`PartnerFirm:${sample.record}`).toString("base64url") },
        answer: ({ partnerFirm: { jurisdiction, ...rest } }) => ({ ...ours(rest), jurisdiction: jurisdiction.alpha2 }),
      },
      postgraphile: {
        query: `query Record($id: UUID!) { partnerFirmByRowId(rowId: $id) { ${rowId(recordFirm)} jurisdiction } }`,
        variables: { id: sample.record },
        answer: (data) => plain(data.partnerFirmByRowId),
      },
      mercurius: {
        query: `query Record($id: ID!) { firm(id: $id) { ${recordFirm} jurisdiction } }`,
        variables: { id: sample.record },
        answer: (data) => data.firm,
      },
    },
    page: pageQuestion("a page of 20", "", "", "", {}, {}, {}),
    deep: pageQuestion(
      "a page of 20, nine tenths down",
      "$after: String!",
      "$after: Cursor!",
      "$afterName: String!, $afterId: ID!",
      { after: sample.deepCursor },
      { after: sample.deepPostgraphileCursor },
      { afterName: sample.deepName, afterId: sample.deepId },
    ),
    nested: {
      title: "20 firms, their facilities, their systems",
      registry: {
        query: `query Nested { partnerFirms(first: 20, ${order}) { nodes { ${firm} productionFacilities { nodes { ${facility}
          weaponSystems { nodes { ${system} } } } } } } }`,
        answer: (data) =>
          data.partnerFirms.nodes.map(({ productionFacilities, ...each }) => ({
            ...ours(each),
            facilities: productionFacilities.nodes.map(({ weaponSystems, ...below }) => ({
              ...ours(below),
              systems: weaponSystems.nodes.map(ours),
            })),
          })).map(sortedBelow),
      },
      postgraphile: {
        query: `query Nested { allPartnerFirmsList(first: 20, orderBy: [LEGAL_NAME_ASC, ROW_ID_ASC]) { ${rowId(firm)}
          facilityOperatorsList(first: 20, orderBy: [PRODUCTION_FACILITY_ASC]) { facility { ${rowId(facility)}
          weaponSystemFacilitiesList(first: 20, orderBy: [WEAPON_SYSTEM_ASC]) { system { ${rowId(system)} } } } } } }`,
        answer: (data) =>
          data.allPartnerFirmsList.map(({ facilityOperatorsList, ...each }) => ({
            ...plain(each),
            facilities: facilityOperatorsList.map(({ facility: { weaponSystemFacilitiesList, ...below } }) => ({
              ...plain(below),
              systems: weaponSystemFacilitiesList.map((link) => plain(link.system)),
            })),
          })).map(sortedBelow),
      },
      mercurius: {
        query: `query Nested { firms(first: 20) { ${firm} facilities { ${facility} systems { ${system} } } } }`,
        answer: (data) => data.firms.map(sortedBelow),
      },
    },
    filter: {
      title: "a filter with count",
      registry: {
        query: `query Filter { partnerFirms(first: 20, ${order}, where: {jurisdiction: {eq: "LT"}, status: {eq: APPROVED}}) {
          totalCount nodes { ${firm} } } }`,
        answer: (data) => ({ count: data.partnerFirms.totalCount, firms: data.partnerFirms.nodes.map(ours) }),
      },
      postgraphile: {
        query: `query Filter { allPartnerFirms(first: 20, orderBy: [LEGAL_NAME_ASC, ROW_ID_ASC],
          condition: {jurisdiction: "LT", status: "APPROVED"}) { totalCount nodes { ${rowId(firm)} } } }`,
        answer: (data) => ({ count: data.allPartnerFirms.totalCount, firms: data.allPartnerFirms.nodes.map(plain) }),
      },
      mercurius: {
        query: `query Filter { countOfFirms(jurisdiction: "LT", status: "APPROVED")
          firms(first: 20, jurisdiction: "LT", status: "APPROVED") { ${firm} } }`,
        answer: (data) => ({ count: data.countOfFirms, firms: data.firms }),
      },
    },
    search: {
      title: "a search",
      registry: {
        query: `query Search($text: String!) { partnerFirms(first: 20, ${order}, where: {legalName: {contains: $text}}) {
          nodes { ${firm} } } }`,
        variables: { text: "peregrine" },
        answer: (data) => data.partnerFirms.nodes.map(ours),
      },
      postgraphile: {
        query: `query Search($text: String!) { allPartnerFirmsList(first: 20, orderBy: [LEGAL_NAME_ASC, ROW_ID_ASC],
          filter: {legalName: {includesInsensitive: $text}}) { ${rowId(firm)} } }`,
        variables: { text: "peregrine" },
        answer: (data) => data.allPartnerFirmsList.map(plain),
      },
      mercurius: {
        query: `query Search($text: String!) { firms(first: 20, contains: $text) { ${firm} } }`,
        variables: { text: "peregrine" },
        answer: (data) => data.firms,
      },
    },
  };
}

function pageQuestion(title, declared, declaredToPostgraphile, declaredToMercurius, variables, toPostgraphile, toMercurius) {
  const signature = (declarations) => (declarations ? `(${declarations})` : "");
  const after = declared ? "after: $after, " : "";
  return {
    title,
    registry: {
      query: `query Page${signature(declared)} { partnerFirms(first: 20, ${after}${order}) { nodes { ${pageFirm} } } }`,
      variables,
      answer: (data) => data.partnerFirms.nodes.map(ours),
    },
    postgraphile: {
      query: `query Page${signature(declaredToPostgraphile)} {
        allPartnerFirms(first: 20, ${after}orderBy: [LEGAL_NAME_ASC, ROW_ID_ASC]) { nodes { ${rowId(pageFirm)} } } }`,
      variables: toPostgraphile,
      answer: (data) => data.allPartnerFirms.nodes.map(plain),
    },
    mercurius: {
      query: `query Page${signature(declaredToMercurius)} {
        firms(first: 20${declaredToMercurius ? ", afterName: $afterName, afterId: $afterId" : ""}) { ${pageFirm} } }`,
      variables: toMercurius,
      answer: (data) => data.firms,
    },
  };
}

/** A question for a server; without GraphQL, its response is the same JSON as Mercurius'. */
export function askedOf(question, server) {
  return server.speaksGraphQL ? question[server.kind] : { ...question.mercurius, query: "", variables: {} };
}

/** The value with sorted object keys, so that equal values have equal JSON. */
export function canonical(value) {
  if (Array.isArray(value)) {
    return value.map(canonical);
  }
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(Object.keys(value).sort().map((key) => [key, canonical(value[key])]));
  }
  return value;
}
