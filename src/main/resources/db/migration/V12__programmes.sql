-- A programme groups agreements, facilities and allocations that serve one objective.
SET ROLE registry_owner;

CREATE TABLE vault.programme (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    label integer NOT NULL DEFAULT 0 REFERENCES vault.confidentiality_label,
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 300),
    objective text NOT NULL,
    rationale text NOT NULL,
    status text NOT NULL CHECK (status IN ('PLANNED', 'ONGOING', 'SUSPENDED', 'COMPLETED', 'CANCELLED')),
    countries text[] NOT NULL DEFAULT '{}'
);
CALL vault.create_indexes('programme', '{name,status}', '{name,objective,rationale}', '{countries}');
CALL vault.create_indexes_by_language('programme', '{name}');
CALL vault.create_link('programme_source', 'programme', 'source');
