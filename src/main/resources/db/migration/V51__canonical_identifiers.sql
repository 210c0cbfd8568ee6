-- An identifier is stored as its register prints it to machines: capitals and digits, without what people put between them.
-- A filter brings what it is given into the same form, so that it is found however it is written.
SET ROLE registry_owner;

UPDATE vault.firm_identifier SET value = upper(regexp_replace(value, '[^[:alnum:]]+', '', 'g') COLLATE "C")
WHERE value !~ '^[0-9A-Z]+$';
ALTER TABLE vault.firm_identifier ADD CONSTRAINT value_is_canonical CHECK (value ~ '^[0-9A-Z]+$');
