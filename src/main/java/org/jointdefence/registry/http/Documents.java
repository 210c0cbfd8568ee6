package org.jointdefence.registry.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ParseAndValidate;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.IntValue;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.ParsingListener;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jointdefence.registry.Refusal;
import org.jointdefence.registry.budget.CachesConfig;
import org.jointdefence.registry.budget.LimitsConfig;
import org.jointdefence.registry.selection.ReadingConfig;
import org.jointdefence.registry.selection.Vocabulary;

/** Parses, validates and measures documents, and remembers the good ones. */
@ApplicationScoped
class Documents {

    /** Bytes of a document's syntax tree for each selection, argument and value, and of its cost for each term. */
    private static final int NODE = 200;

    private static final int TERM = 200;
    private static final int OPERATION = 400;
    private static final int REST = 1_000;

    private final GraphQLSchema schema;
    private final LimitsConfig limits;
    private final ReadingConfig reading;
    private final ParserOptions options;
    private final Vocabulary vocabulary;
    private final Cache<String, PreparedDocument> remembered;

    Documents(
            GraphQLSchema schema,
            Vocabulary vocabulary,
            LimitsConfig limits,
            ReadingConfig reading,
            CachesConfig caches) {
        this.schema = schema;
        this.vocabulary = vocabulary;
        this.remembered = Caffeine.newBuilder()
                .maximumWeight(caches.documents().asLongValue())
                .weigher((String text, PreparedDocument document) -> document.retained())
                .build();
        this.limits = limits;
        this.reading = reading;
        this.options = ParserOptions.newParserOptions()
                .maxCharacters(limits.characters())
                .maxTokens(limits.tokens())
                .captureIgnoredChars(false)
                .captureLineComments(false)
                .parsingListener(Documents::check)
                .build();
    }

    /** The document of this text; one that is not valid carries its errors, one that is too much is refused. */
    PreparedDocument prepare(String text) {
        PreparedDocument known = remembered.getIfPresent(text);
        if (known != null) {
            return known;
        }
        PreparedDocument prepared = prepareUnknown(text);
        if (prepared.errors().isEmpty()) {
            remembered.put(text, prepared);
        }
        return prepared;
    }

    private PreparedDocument prepareUnknown(String text) {
        if (Numerals.hasTooManyDigits(text)) {
            throw Refusal.limit("The document has more than " + Numerals.LONGEST + " digits in a row, or more than "
                    + Numerals.MOST_DIGITS + " in all; send such values in variables.");
        }
        String hash = TrustedDocuments.sha256(text);
        try {
            Document document = new Parser()
                    .parseDocument(ParserEnvironment.newParserEnvironment()
                            .document(text)
                            .parserOptions(options)
                            .locale(Locale.ENGLISH)
                            .build());
            int nodes = Inventory.check(document, limits);
            List<ValidationError> errors = ParseAndValidate.validate(schema, document, Locale.ENGLISH);
            return errors.isEmpty()
                    ? measure(hash, text, document, nodes)
                    : refuse(hash, new PreparsedDocumentEntry(document, errors), document);
        } catch (ParseCancelledTooManyCharsException tooLong) {
            throw Refusal.limit("The document is longer than " + limits.characters() + " characters.");
        } catch (ParseCancelledTooDeepException tooDeep) {
            throw Refusal.limit("The document is nested too deeply.");
        } catch (ParseCancelledException tooMany) {
            throw Refusal.limit("The document has more than " + limits.tokens() + " tokens.");
        } catch (InvalidSyntaxException malformed) {
            return new PreparedDocument(
                    hash, new PreparsedDocumentEntry(malformed.toInvalidSyntaxError()), Map.of(), 0);
        }
    }

    /** Sees each token before anything is made of it. */
    private static void check(ParsingListener.Token token) {
        if (Numerals.isTooLarge(token.getText())) {
            throw Refusal.limit("The document has a number with an exponent beyond " + Numerals.LARGEST_EXPONENT + ".");
        }
    }

    private PreparedDocument measure(String hash, String text, Document document, int nodes) {
        Estimate estimate = new Estimate(schema, vocabulary, limits, reading, document);
        Map<String, PreparedDocument.Operation> operations = operations(document, estimate::of);
        int retained = REST
                + text.length() * (text.chars().allMatch(character -> character < 256) ? 1 : 2)
                + NODE * nodes
                + TERM * estimate.terms()
                + OPERATION * operations.size();
        return new PreparedDocument(hash, new PreparsedDocumentEntry(document), operations, retained);
    }

    /** A document that is not valid, of which the kinds of its operations count nevertheless. */
    private static PreparedDocument refuse(String hash, PreparsedDocumentEntry entry, Document document) {
        return new PreparedDocument(hash, entry, operations(document, operation -> Cost.NOTHING), 0);
    }

    private static Map<String, PreparedDocument.Operation> operations(
            Document document, Function<OperationDefinition, Cost> cost) {
        Map<String, PreparedDocument.Operation> operations = new LinkedHashMap<>();
        boolean introspective = introspective(document);
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            String name = operation.getName() == null ? "" : operation.getName();
            operations.put(
                    name,
                    new PreparedDocument.Operation(
                            operation.getOperation(), introspective, cost.apply(operation), defaults(operation)));
        }
        return operations;
    }

    private static Map<String, Long> defaults(OperationDefinition operation) {
        Map<String, Long> defaults = new HashMap<>();
        for (VariableDefinition variable : operation.getVariableDefinitions()) {
            if (variable.getDefaultValue() instanceof IntValue number) {
                defaults.put(variable.getName(), number.getValue().longValue());
            }
        }
        return Map.copyOf(defaults);
    }

    /** Whether the schema is asked about anywhere in a document. */
    private static boolean introspective(Node<?> node) {
        if (node instanceof Field field && Set.of("__schema", "__type").contains(field.getName())) {
            return true;
        }
        for (Node<?> child : node.getChildren()) {
            if (introspective(child)) {
                return true;
            }
        }
        return false;
    }
}
