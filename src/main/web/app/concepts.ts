/** What has lists and records: where they are, their title, the columns of a list, and the fields that it is searched in. */
const concepts = {
  PartnerFirm: { path: 'firms', title: 'legalName', columns: ['legalName', 'jurisdiction', 'status', 'capabilityCategories'], search: ['legalName'] },
  ProductionFacility: { path: 'facilities', title: 'name', columns: ['name', 'country', 'region', 'status'], search: ['name', 'region'] },
  WeaponSystem: { path: 'systems', title: 'codeName', columns: ['codeName', 'designation', 'capabilityCategory', 'status'], search: ['codeName'] },
  Agreement: { path: 'agreements', title: 'title', columns: ['title', 'type', 'status', 'signedOn', 'value'], search: ['title'] },
  Programme: { path: 'programmes', title: 'name', columns: ['name', 'status', 'countries'], search: ['name', 'objective'] },
  Allocation: { path: 'allocations', title: 'purpose', columns: ['purpose', 'value', 'announcedOn', 'provider', 'receiver'], search: ['purpose'] },
  FundraisingCampaign: { path: 'campaigns', title: 'name', columns: ['name', 'edition', 'startsOn', 'endsOn', 'raised'], search: ['name'] },
  Statement: { path: 'statements', title: 'topic', columns: ['topic', 'speaker', 'madeOn', 'summary'], search: ['topic', 'summary'] },
  Organisation: { path: 'organisations', title: 'name', columns: ['name', 'entityType', 'jurisdiction'], search: ['name'] },
  Person: { path: 'persons', title: 'name', columns: ['name', 'posts'], search: ['name'] },
  Source: { path: 'sources', title: 'title', columns: ['title', 'publisher', 'publishedOn', 'kind'], search: ['title', 'publisher'] }
} as const;

export default concepts;
