// Written by src/test/clients/pageDocuments.ts from schema.graphql and concepts.ts.

/** The ids of the documents, which the service knows. */
export const documents = {
  "Home": "sha256:8bfe0fa8f4d1b35d1964eed234b7d75bc06017106c2217f201e95fa5898c03a4",
  "PartnerFirmList": "sha256:bf68b51afd0a42c4251ff95636f4313739b999a199c7cdde463c27d35b0f76a2",
  "PartnerFirmRecord": "sha256:e8a3739547ae69972d5e08cf833a86193e2fd632811e3f9ab3f5318311ec5a94",
  "ProductionFacilityList": "sha256:281ebea6d9762652ba088a8e867c627ea7d392428017ca6c401ef8a0c2877861",
  "ProductionFacilityRecord": "sha256:439db62e90ab866471fde13f32556b664d6377be7203e788ccf4cb1af91f297f",
  "WeaponSystemList": "sha256:d7404fa374b628523b2ed8aae49d8945689159cd4d4de06177971d0301593afd",
  "WeaponSystemRecord": "sha256:7cd5687c28f23066a54b9ae8d0e775dba7af59a2eea9c81a93601641bba179e5",
  "AgreementList": "sha256:cd86521c29a40ffe4e54c2aef9ace468aebabb6bbbc1f7c81f8cc11bf2ea5372",
  "AgreementRecord": "sha256:d0e24a679fd1410fcc9718c4fb74148c69131616a8de8d6d184a4cca35e94971",
  "ProgrammeList": "sha256:32e03208fe385417d6fe84a258d0ef1ad6060b758da470e38a7be50e70d96bd5",
  "ProgrammeRecord": "sha256:843d55d145000c999266f99da0e15cd34a1b29b5d5ba0d884b79566ff3aba89b",
  "AllocationList": "sha256:ec33d447085e6d1be118f6fc2159e276a95b1fadb2d47b345c419155076f79fb",
  "AllocationRecord": "sha256:3f3425c4050c4f79577800f106a38ae1d1e640550a3deac290dc3d7b51f5a9f2",
  "FundraisingCampaignList": "sha256:1736ee4c7b1fc57a1c53a642628e46911ac6c018d6a3e5a76c559a8ea787d7c6",
  "FundraisingCampaignRecord": "sha256:40f4f3a05cec062f240432af871dc4c2bce58ce20e8c6f2b9faf73573798acd4",
  "StatementList": "sha256:996f949a4a8f8933a5feeb6a5680317c206cabc49bd57745e02b3c4af2605bed",
  "StatementRecord": "sha256:8429463be84ce17da527c853215c424cf6b06d6e67f98513cb08f6615683b45e",
  "OrganisationList": "sha256:6857f229c2e3119418400e66afd29fc1a99bf757f956250c731ca512c80665ca",
  "OrganisationRecord": "sha256:66a395f4b02e77f4441ecbfe2cec61e030d28f7dc7086199739848507a6c2628",
  "PersonList": "sha256:38ccdbf5f22da17895fd29722af0240bd171117a6ac9c77cb22803e81d02a90e",
  "PersonRecord": "sha256:ac581efe125a587013273b109bee5ff3bc94a60c1c88242f832aa2e1a959122b",
  "SourceList": "sha256:df2fcac8f7b86342173f69bc4263c99dc1d5149e5248aae1cb9c36c558a33554",
  "SourceRecord": "sha256:c2ca008248784067f58f456a9c479a6c74be7f4a4d9d0798e13ff2b4cd47a049"
} as const;

/** The fields of each type, and how they are shown. */
export const shapes = {
  "Statement": {
    "speaker": "link:Person",
    "post": "part:Post",
    "topic": "text",
    "summary": "text",
    "madeOn": "date",
    "sources": "link:Source"
  },
  "Post": {
    "organisation": "link:Organisation",
    "title": "text",
    "validFrom": "date",
    "validTo": "date"
  },
  "Agreement": {
    "title": "text",
    "type": "enum:AgreementType",
    "status": "enum:AgreementStatus",
    "announcedOn": "date",
    "signedOn": "date",
    "value": "money",
    "period": "group:AgreementPeriod",
    "amends": "link:Agreement",
    "productionCountries": "country",
    "annex": "text",
    "parties": "part:AgreementParty",
    "announcedBy": "link:Organisation",
    "coverage": "enum:AgreementCoverage",
    "coveredSystems": "link:WeaponSystem",
    "sources": "link:Source",
    "amendments": "link:Agreement",
    "programmes": "link:Programme"
  },
  "AgreementPeriod": {
    "from": "date",
    "until": "date",
    "maximum": "date"
  },
  "AgreementParty": {
    "role": "enum:AgreementPartyRole",
    "country": "country",
    "organisation": "link:Organisation",
    "partnerFirm": "link:PartnerFirm"
  },
  "PartnerFirm": {
    "legalName": "text",
    "names": "part:FirmName",
    "entityType": "enum:OrganisationType",
    "unspecifiedReason": "enum:UnspecifiedReason",
    "jurisdiction": "country",
    "registeredOn": "date",
    "dissolvedOn": "date",
    "successor": "link:PartnerFirm",
    "capabilityCategories": "enum:CapabilityCategory",
    "website": "address",
    "status": "enum:PartnerFirmStatus",
    "identifiers": "part:FirmIdentifier",
    "addresses": "part:FirmAddress",
    "facilitySecurityClearance": "group:FacilitySecurityClearance",
    "foreignOwnershipAssessment": "text",
    "vettingNotes": "text",
    "sources": "link:Source",
    "predecessors": "link:PartnerFirm",
    "productionFacilities": "link:ProductionFacility",
    "weaponSystems": "link:WeaponSystem",
    "agreements": "link:Agreement"
  },
  "FirmName": {
    "kind": "enum:NameKind",
    "language": "text",
    "value": "text",
    "from": "date",
    "until": "date"
  },
  "FirmIdentifier": {
    "scheme": "enum:IdentifierScheme",
    "value": "text",
    "from": "date",
    "until": "date"
  },
  "FirmAddress": {
    "kind": "enum:AddressKind",
    "lines": "text",
    "locality": "text",
    "region": "text",
    "postalCode": "text",
    "country": "country"
  },
  "FacilitySecurityClearance": {
    "level": "text",
    "issuingAuthority": "text",
    "validUntil": "date"
  },
  "ProductionFacility": {
    "name": "text",
    "country": "country",
    "region": "text",
    "status": "enum:ProductionFacilityStatus",
    "publicCoordinates": "group:Coordinates",
    "coordinates": "group:Coordinates",
    "address": "text",
    "annualCapacity": "number",
    "operators": "link:PartnerFirm",
    "sources": "link:Source",
    "weaponSystems": "link:WeaponSystem",
    "programme": "link:Programme"
  },
  "Coordinates": {
    "latitude": "number",
    "longitude": "number"
  },
  "WeaponSystem": {
    "codeName": "text",
    "capabilityCategory": "enum:CapabilityCategory",
    "status": "enum:WeaponSystemStatus",
    "designation": "text",
    "description": "text",
    "militaryListCategory": "text",
    "maximumRangeKm": "number",
    "unitCost": "money",
    "annualOutput": "number",
    "productionFacilities": "link:ProductionFacility",
    "developers": "link:PartnerFirm",
    "sources": "link:Source",
    "conflicts": "link:WeaponSystem",
    "agreements": "link:Agreement"
  },
  "Programme": {
    "name": "text",
    "objective": "text",
    "rationale": "text",
    "status": "enum:ProgrammeStatus",
    "countries": "country",
    "agreements": "link:Agreement",
    "productionFacilities": "link:ProductionFacility",
    "sources": "link:Source",
    "allocations": "link:Allocation"
  },
  "Allocation": {
    "value": "money",
    "stage": "enum:AllocationStage",
    "expectedChange": "enum:ExpectedChange",
    "purpose": "text",
    "announcedOn": "date",
    "provider": "link:Organisation",
    "receiver": "link:Organisation",
    "programme": "link:Programme",
    "transactions": "part:Transaction",
    "systemSplits": "part:SystemSplit",
    "sources": "link:Source"
  },
  "Transaction": {
    "type": "enum:TransactionType",
    "value": "money",
    "occurredOn": "date",
    "valueDate": "date",
    "description": "text",
    "provider": "link:Organisation",
    "receiver": "link:Organisation"
  },
  "SystemSplit": {
    "weaponSystem": "link:WeaponSystem",
    "value": "money"
  },
  "FundraisingCampaign": {
    "name": "text",
    "edition": "number",
    "startsOn": "date",
    "endsOn": "date",
    "raised": "money",
    "beneficiary": "country",
    "purposes": "enum:CapabilityCategory",
    "splits": "part:CampaignSplit",
    "donorShares": "part:DonorShare",
    "milestones": "part:Milestone",
    "sources": "link:Source",
    "conflicts": "link:FundraisingCampaign"
  },
  "CampaignSplit": {
    "fraction": "fraction",
    "origin": "country",
    "amount": "money",
    "description": "text"
  },
  "DonorShare": {
    "donorType": "enum:DonorType",
    "fraction": "fraction",
    "qualifier": "enum:ShareQualifier"
  },
  "Milestone": {
    "description": "text",
    "amount": "money",
    "reachedBy": "date"
  },
  "Organisation": {
    "name": "text",
    "entityType": "enum:OrganisationType",
    "unspecifiedReason": "enum:UnspecifiedReason",
    "names": "part:OrganisationName",
    "identifiers": "part:OrganisationIdentifier",
    "addresses": "part:OrganisationAddress",
    "jurisdiction": "country",
    "registeredOn": "date",
    "dissolvedOn": "date",
    "successor": "link:Organisation",
    "website": "address",
    "sources": "link:Source",
    "predecessors": "link:Organisation",
    "agreements": "link:Agreement"
  },
  "OrganisationName": {
    "kind": "enum:NameKind",
    "language": "text",
    "value": "text",
    "from": "date",
    "until": "date"
  },
  "OrganisationIdentifier": {
    "scheme": "enum:IdentifierScheme",
    "value": "text",
    "from": "date",
    "until": "date"
  },
  "OrganisationAddress": {
    "kind": "enum:AddressKind",
    "lines": "text",
    "locality": "text",
    "region": "text",
    "postalCode": "text",
    "country": "country"
  },
  "Person": {
    "name": "text",
    "posts": "part:Post",
    "sources": "link:Source"
  },
  "Source": {
    "title": "text",
    "publisher": "text",
    "publishedOn": "date",
    "kind": "enum:SourceKind",
    "url": "address",
    "countries": "country",
    "organisations": "link:Organisation",
    "persons": "link:Person",
    "statements": "link:Statement",
    "partnerFirms": "link:PartnerFirm",
    "productionFacilities": "link:ProductionFacility",
    "weaponSystems": "link:WeaponSystem",
    "agreements": "link:Agreement",
    "programmes": "link:Programme",
    "allocations": "link:Allocation",
    "fundraisingCampaigns": "link:FundraisingCampaign"
  }
} as const;

/** What each column is ordered by. */
export const orders = {
  "PartnerFirm": {
    "legalName": "LEGAL_NAME",
    "jurisdiction": "JURISDICTION",
    "status": "STATUS"
  },
  "ProductionFacility": {
    "name": "NAME",
    "country": "COUNTRY",
    "region": "REGION",
    "status": "STATUS"
  },
  "WeaponSystem": {
    "codeName": "CODE_NAME",
    "designation": "DESIGNATION",
    "capabilityCategory": "CAPABILITY_CATEGORY",
    "status": "STATUS"
  },
  "Agreement": {
    "title": "TITLE",
    "type": "TYPE",
    "status": "STATUS",
    "signedOn": "SIGNED_ON"
  },
  "Programme": {
    "name": "NAME",
    "status": "STATUS"
  },
  "Allocation": {
    "purpose": "PURPOSE",
    "announcedOn": "ANNOUNCED_ON"
  },
  "FundraisingCampaign": {
    "name": "NAME",
    "edition": "EDITION",
    "startsOn": "STARTS_ON",
    "endsOn": "ENDS_ON"
  },
  "Statement": {
    "topic": "TOPIC",
    "madeOn": "MADE_ON",
    "summary": "SUMMARY"
  },
  "Organisation": {
    "name": "NAME",
    "entityType": "ENTITY_TYPE",
    "jurisdiction": "JURISDICTION"
  },
  "Person": {
    "name": "NAME"
  },
  "Source": {
    "title": "TITLE",
    "publisher": "PUBLISHER",
    "publishedOn": "PUBLISHED_ON",
    "kind": "KIND"
  }
} as const;

/** The values of each enumeration. */
export const enums = {
  "AgreementType": [
    "LETTER_OF_INTENT",
    "PRELIMINARY",
    "MEMORANDUM",
    "TREATY",
    "CONTRACT"
  ],
  "AgreementStatus": [
    "PENDING",
    "ACTIVE",
    "CANCELLED",
    "TERMINATED"
  ],
  "AgreementPartyRole": [
    "STATE_PARTY",
    "BUYER",
    "PROCURING_ENTITY",
    "SUPPLIER",
    "FUNDER",
    "PAYER",
    "PAYEE",
    "INTERESTED_PARTY"
  ],
  "AgreementCoverage": [
    "PUBLIC",
    "CLASSIFIED_IN_PART",
    "CLASSIFIED"
  ],
  "NameKind": [
    "LEGAL",
    "TRADING",
    "SHORT",
    "FORMER",
    "TRANSLITERATED"
  ],
  "OrganisationType": [
    "STATE",
    "STATE_BODY",
    "REGISTERED_ENTITY",
    "LEGAL_ENTITY",
    "ARRANGEMENT",
    "ANONYMOUS_ENTITY",
    "UNKNOWN_ENTITY"
  ],
  "UnspecifiedReason": [
    "NO_BENEFICIAL_OWNERS",
    "SUBJECT_UNABLE_TO_CONFIRM_OR_IDENTIFY_BENEFICIAL_OWNER",
    "INTERESTED_PARTY_HAS_NOT_PROVIDED_INFORMATION",
    "SUBJECT_EXEMPT_FROM_DISCLOSURE",
    "INTERESTED_PARTY_EXEMPT_FROM_DISCLOSURE",
    "UNKNOWN",
    "INFORMATION_UNKNOWN_TO_PUBLISHER"
  ],
  "CapabilityCategory": [
    "UAS",
    "COUNTER_UAS",
    "MISSILE",
    "AMMUNITION",
    "ARMOUR",
    "ELECTRONIC_WARFARE",
    "NAVAL",
    "OTHER"
  ],
  "PartnerFirmStatus": [
    "DRAFT",
    "SCREENED",
    "APPROVED",
    "SUSPENDED",
    "REVOKED"
  ],
  "IdentifierScheme": [
    "LT_RC",
    "LT_VAT",
    "UA_EDR",
    "LEI",
    "NCAGE",
    "CAGE",
    "RA"
  ],
  "AddressKind": [
    "REGISTERED",
    "HEADQUARTERS",
    "SITE"
  ],
  "ProductionFacilityStatus": [
    "PLANNED",
    "UNDER_CONSTRUCTION",
    "COMMISSIONING",
    "OPERATIONAL",
    "SUSPENDED",
    "DECOMMISSIONED"
  ],
  "WeaponSystemStatus": [
    "PROPOSED",
    "IN_DEVELOPMENT",
    "IN_PRODUCTION",
    "FIELDED"
  ],
  "ProgrammeStatus": [
    "PLANNED",
    "ONGOING",
    "SUSPENDED",
    "COMPLETED",
    "CANCELLED"
  ],
  "AllocationStage": [
    "INITIAL",
    "SUPPLEMENTARY"
  ],
  "ExpectedChange": [
    "INCREASE",
    "DECREASE",
    "NONE"
  ],
  "TransactionType": [
    "INCOMING_FUNDS",
    "OUTGOING_COMMITMENT",
    "DISBURSEMENT",
    "EXPENDITURE",
    "INTEREST_PAYMENT",
    "LOAN_REPAYMENT",
    "REIMBURSEMENT",
    "PURCHASE_OF_EQUITY",
    "SALE_OF_EQUITY",
    "CREDIT_GUARANTEE",
    "INCOMING_COMMITMENT",
    "OUTGOING_PLEDGE",
    "INCOMING_PLEDGE"
  ],
  "DonorType": [
    "COMPANY",
    "INDIVIDUAL"
  ],
  "ShareQualifier": [
    "EXACT",
    "NEARLY",
    "ABOUT",
    "REMAINDER"
  ],
  "SourceKind": [
    "NEWS_REPORT",
    "RELATED_REPORT",
    "OFFICIAL_DOCUMENT",
    "OTHER"
  ],
  "ChangeOperation": [
    "CREATED",
    "UPDATED",
    "REMOVED",
    "WITHDRAWN",
    "RESTORED",
    "RECLASSIFIED"
  ],
  "WriterRole": [
    "REGISTRAR",
    "ORIGINATOR",
    "OPERATOR"
  ]
} as const;
