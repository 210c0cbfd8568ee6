package org.jointdefence.registry.request.document;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.AssertException;
import graphql.ParseAndValidate;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
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
import java.util.function.Function;
import org.jointdefence.registry.budget.CachesConfig;
import org.jointdefence.registry.budget.LimitsConfig;
import org.jointdefence.registry.budget.Overload;
import org.jointdefence.registry.budget.Party;
import org.jointdefence.registry.budget.Preparations;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.request.cost.QueryCost;
import org.jointdefence.registry.request.cost.QueryCostAnalyzer;
import org.jointdefence.registry.request.input.Numerals;
import org.jointdefence.registry.selection.model.SchemaModel;
import org.jointdefence.registry.selection.statement.PagingConfig;
import org.jspecify.annotations.Nullable;

/** Parses and validates documents, computes the costs of their operations, and caches the valid ones. */
@ApplicationScoped
public class DocumentCache {

    // Estimated bytes of heap: for each selection, argument and value in the syntax tree, each term of the cost, each
    // operation, and the document itself.
    private static final int NODE = 200;
    private static final int TERM = 200;
    private static final int OPERATION = 300;
    private static final int REST = 200;

    private final GraphQLSchema schema;
    private final LimitsConfig limits;
    private final PagingConfig paging;
    private final ParserOptions options;
    private final SchemaModel model;
    private final Preparations preparations;
    private final Cache<Key, PreparedDocument> cache;

    DocumentCache(
            GraphQLSchema schema,
            SchemaModel model,
            LimitsConfig limits,
            PagingConfig paging,
            Preparations preparations,
            CachesConfig caches) {
        this.schema = schema;
        this.model = model;
        this.cache = Caffeine.newBuilder()
                .maximumWeight(caches.documents().asLongValue())
                .weigher((Key key, PreparedDocument document) -> document.retained())
                .build();
        this.limits = limits;
        this.paging = paging;
        this.preparations = preparations;
        this.options = ParserOptions.newParserOptions()
                .maxCharacters(limits.characters())
                .maxTokens(limits.tokens())
                .captureIgnoredChars(false)
                .captureLineComments(false)
                .parsingListener(DocumentCache::check)
                .build();
    }

    /**
     * The prepared document; it contains its errors if it is not valid. A document with literals is cached for this
     * party alone, so that response times do not reveal whether another party has sent it.
     *
     * @throws ClientError if the document exceeds a limit
     * @throws Overload if too many other documents are being prepared
     */
    public PreparedDocument prepare(DocumentText document, Party party) {
        Key shared = new Key(document.text(), "");
        Key own = document.trusted() ? shared : new Key(document.text(), party.key());
        PreparedDocument known = known(shared, own);
        return known != null
                ? known
                : preparations.prepare(() -> {
                    PreparedDocument meanwhile = known(shared, own);
                    return meanwhile != null ? meanwhile : prepareUnknown(shared, own);
                });
    }

    private @Nullable PreparedDocument known(Key shared, Key own) {
        PreparedDocument known = cache.getIfPresent(shared);
        return known != null || own.equals(shared) ? known : cache.getIfPresent(own);
    }

    private PreparedDocument prepareUnknown(Key shared, Key own) {
        PreparedDocument prepared = prepareUnknown(shared.text());
        if (prepared.errors().isEmpty()) {
            cache.put(prepared.hasLiterals() ? own : shared, prepared);
        }
        return prepared;
    }

    /** The estimated heap of all cached documents, in bytes. */
    long retained() {
        cache.cleanUp();
        return cache.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    /**
     * A key of the cache.
     *
     * @param party the key of the party that sent the document; empty if the document is shared by all
     */
    private record Key(String text, String party) implements Comparable<Key> {
        // Lets hash tables keep texts with equal hash codes in a tree instead of a list.
        @Override
        public int compareTo(Key other) {
            int order = text.compareTo(other.text);
            return order == 0 ? party.compareTo(other.party) : order;
        }
    }

    private PreparedDocument prepareUnknown(String text) {
        SourceText.check(text);
        String hash = TrustedDocuments.sha256(text);
        try {
            Document document = new Parser()
                    .parseDocument(ParserEnvironment.newParserEnvironment()
                            .document(text)
                            .parserOptions(options)
                            .locale(Locale.ENGLISH)
                            .build());
            SyntaxLimits.Contents contents = SyntaxLimits.check(document, limits);
            List<ValidationError> errors = ParseAndValidate.validate(schema, document, Locale.ENGLISH);
            return errors.isEmpty()
                    ? measure(hash, text, document, contents)
                    : invalid(hash, new PreparsedDocumentEntry(document, errors), document);
        } catch (ParseCancelledTooManyCharsException tooLong) {
            throw ClientError.limit("The document is longer than " + limits.characters() + " characters.");
        } catch (ParseCancelledTooDeepException tooDeep) {
            throw ClientError.limit("The document is nested too deeply.");
        } catch (ParseCancelledException tooMany) {
            throw ClientError.limit("The document has more than " + limits.tokens() + " tokens.");
        } catch (AssertException wordless) {
            // graphql-java's own failure on malformed input, such as a Unicode escape out of range.
            throw ClientError.badInput("The document is not well-formed.");
        } catch (InvalidSyntaxException malformed) {
            return new PreparedDocument(
                    hash, new PreparsedDocumentEntry(malformed.toInvalidSyntaxError()), Map.of(), true, 0);
        }
    }

    /** Checks a token before it is converted to a value. */
    private static void check(ParsingListener.Token token) {
        if (Numerals.isTooLarge(token.getText())) {
            throw ClientError.limit(
                    "The document has a number with an exponent beyond " + Numerals.LARGEST_EXPONENT + ".");
        }
    }

    private PreparedDocument measure(String hash, String text, Document document, SyntaxLimits.Contents contents) {
        QueryCostAnalyzer analyzer = new QueryCostAnalyzer(schema, model, limits, paging, document);
        Map<String, PreparedDocument.Operation> operations = operations(document, analyzer::of, model);
        int retained = REST
                + text.length() * (text.chars().allMatch(character -> character < 256) ? 1 : 2)
                + NODE * contents.nodes()
                + TERM * analyzer.terms()
                + OPERATION * operations.size();
        return new PreparedDocument(
                hash, new PreparsedDocumentEntry(document), operations, contents.hasLiterals(), retained);
    }

    /** A document with errors; its operations are listed, because their kinds are checked first. */
    private static PreparedDocument invalid(String hash, PreparsedDocumentEntry entry, Document document) {
        return new PreparedDocument(hash, entry, operations(document, operation -> QueryCost.NOTHING, null), true, 0);
    }

    /**
     * The operations of a document by name.
     *
     * @param model to find root fields that select records; null if the document is not executed
     */
    private static Map<String, PreparedDocument.Operation> operations(
            Document document, Function<OperationDefinition, QueryCost> cost, @Nullable SchemaModel model) {
        Map<String, PreparedDocument.Operation> operations = new LinkedHashMap<>();
        boolean introspective = introspective(document);
        Map<String, FragmentDefinition> fragments = new HashMap<>();
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            String name = operation.getName() == null ? "" : operation.getName();
            operations.put(
                    name,
                    new PreparedDocument.Operation(
                            operation,
                            fragments,
                            model != null && RootFields.areEntities(operation, fragments, model),
                            introspective,
                            cost.apply(operation),
                            defaults(operation)));
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

    /** Whether introspection is used anywhere below the node. */
    private static boolean introspective(Node<?> node) {
        if (node instanceof Field field && QueryCostAnalyzer.isIntrospection(field)) {
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
