-- An amount of money has exactly as many decimals as its currency (ISO 4217). An amount with more decimals is rejected;
-- one with fewer is padded, so that 20,000,000 euros are 20000000.00.
SET ROLE registry_owner;

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
