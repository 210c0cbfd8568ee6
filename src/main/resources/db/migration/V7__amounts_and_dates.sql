-- Amounts and dates that have a rule of their own.
SET ROLE registry_owner;

-- An amount of money has exactly as many decimals as its currency (ISO 4217). An amount with more decimals is rejected;
-- one with fewer is padded, so that 20,000,000 euros are 20000000.00.
CREATE FUNCTION registry.currency_amount(amount numeric, currency text) RETURNS numeric
IMMUTABLE PARALLEL SAFE LANGUAGE sql
RETURN round(amount, CASE
    WHEN currency IN ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV',
        'XAF', 'XOF', 'XPF') THEN 0
    WHEN currency IN ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') THEN 3
    WHEN currency IN ('CLF', 'UYW') THEN 4
    ELSE 2 END);
GRANT EXECUTE ON FUNCTION registry.currency_amount(numeric, text) TO registry_app;

-- Adds that check to each column x_amount that has an x_currency.
CREATE PROCEDURE vault.prepare_amounts(relation regclass)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    prefix text;
BEGIN
    FOR prefix IN
        SELECT left(amount.attname, -6) FROM pg_attribute AS amount
        JOIN pg_attribute AS currency
            ON currency.attrelid = amount.attrelid AND currency.attname = left(amount.attname, -6) || 'currency'
        WHERE amount.attrelid = relation AND amount.attname ~ '(^|_)amount$' AND NOT amount.attisdropped
            AND NOT EXISTS (SELECT FROM pg_constraint
                WHERE conrelid = relation AND conname = amount.attname || '_has_digits_of_currency')
    LOOP
        EXECUTE format('ALTER TABLE %1$s ADD CONSTRAINT %2$I CHECK (%3$I = registry.currency_amount(%3$I, %4$I))',
            relation, prefix || 'amount_has_digits_of_currency', prefix || 'amount', prefix || 'currency');
    END LOOP;
END
$$;

-- A date that is known in part: a year, a month or a day (EDTF level 0). Its text order is the order of the first days; of
-- equal first days, the least precise comes first. The checks are for the form, for 30 and 31 days, and for leap years.
CREATE DOMAIN registry.partial_date AS text COLLATE "C" CHECK (
    VALUE !~ '^0000' AND (
        VALUE ~ '^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?)?$'
        OR VALUE ~ '^[0-9]{4}-((0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)$'
        OR VALUE ~ '^([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29$'));

-- Whether a period can end with the second date when it begins with the first: to the precision that they have in common.
CREATE FUNCTION vault.is_period(beginning registry.partial_date, ending registry.partial_date) RETURNS boolean
IMMUTABLE PARALLEL SAFE LANGUAGE sql
RETURN left(ending::text, length(beginning::text)) >= left(beginning::text, length(ending::text));
