package org.jointdefence.registry.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ParseAndValidate;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.Node;
import graphql.language.NodeUtil;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jointdefence.registry.Refusal;
import org.jointdefence.registry.budget.LimitsConfig;
import org.jointdefence.registry.selection.ReadingConfig;

/** Parses, validates and measures documents, and remembers the good ones. */
@ApplicationScoped
class Documents {

    private static final long MEMORY = 32L << 20;
    private static final int BYTES_A_CHARACTER = 30;
    private static final int BYTES_A_FIELD = 64;

    private final GraphQLSchema schema;
    private final LimitsConfig limits;
    private final ReadingConfig reading;
    private final ParserOptions options;
    private final Cache<String, PreparedDocument> remembered = Caffeine.newBuilder()
            .maximumWeight(MEMORY)
            .weigher(Documents::weight)
            .build();

    Documents(GraphQLSchema schema, LimitsConfig limits, ReadingConfig reading) {
        this.schema = schema;
        this.limits = limits;
        this.reading = reading;
        this.options = ParserOptions.newParserOptions()
                .maxCharacters(limits.characters())
                .maxTokens(limits.tokens())
                .captureIgnoredChars(false)
                .captureLineComments(false)
                .build();
    }

    /** The document of this text; one that is not valid carries its errors, one that is too much is refused. */
    PreparedDocument prepare(String text) {
        PreparedDocument known = remembered.getIfPresent(text);
        if (known != null) {
            return known;
        }
        PreparedDocument prepared = measure(TrustedDocuments.sha256(text), parse(text));
        if (prepared.errors().isEmpty()) {
            remembered.put(text, prepared);
        }
        return prepared;
    }

    private PreparsedDocumentEntry parse(String text) {
        try {
            Document document = new Parser()
                    .parseDocument(ParserEnvironment.newParserEnvironment()
                            .document(text)
                            .parserOptions(options)
                            .locale(Locale.ENGLISH)
                            .build());
            Inventory.check(document, limits);
            List<ValidationError> errors = ParseAndValidate.validate(schema, document, Locale.ENGLISH);
            return errors.isEmpty()
                    ? new PreparsedDocumentEntry(document)
                    : new PreparsedDocumentEntry(document, errors);
        } catch (ParseCancelledTooManyCharsException tooLong) {
            throw Refusal.limit("The document is longer than " + limits.characters() + " characters.");
        } catch (ParseCancelledTooDeepException tooDeep) {
            throw Refusal.limit("The document is nested too deeply.");
        } catch (ParseCancelledException tooMany) {
            throw Refusal.limit("The document has more than " + limits.tokens() + " tokens.");
        } catch (InvalidSyntaxException malformed) {
            return new PreparsedDocumentEntry(malformed.toInvalidSyntaxError());
        }
    }

    private PreparedDocument measure(String hash, PreparsedDocumentEntry entry) {
        Map<String, PreparedDocument.Operation> operations = new LinkedHashMap<>();
        int fields = 0;
        Document document = entry.getDocument();
        if (document != null) {
            Map<String, FragmentDefinition> fragments = NodeUtil.getFragmentsByName(document);
            boolean introspective = introspective(document);
            for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
                String name = operation.getName() == null ? "" : operation.getName();
                Cost cost = null;
                if (!entry.hasErrors()) {
                    Estimate.Result estimate = Estimate.of(schema, limits, reading, operation, fragments);
                    cost = estimate.cost();
                    fields += estimate.fields();
                }
                operations.put(name, new PreparedDocument.Operation(operation.getOperation(), introspective, cost));
            }
        }
        return new PreparedDocument(hash, entry, operations, fields);
    }

    /** About what a document takes in memory. */
    private static int weight(String text, PreparedDocument document) {
        return BYTES_A_CHARACTER * text.length() + BYTES_A_FIELD * document.fields();
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
