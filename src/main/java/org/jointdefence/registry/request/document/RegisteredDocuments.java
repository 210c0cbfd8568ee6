package org.jointdefence.registry.request.document;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jointdefence.registry.budget.Party;
import org.jspecify.annotations.Nullable;

/**
 * Documents that callers registered by their hashes (Apollo's automatic persisted queries). A party finds only the
 * documents that it registered itself, so that responses do not reveal what others have sent. Anonymous callers have a
 * separate store, so that they cannot evict documents of authenticated ones.
 */
final class RegisteredDocuments {

    private final long ofOne;
    private final Store ofSubjects;
    private final Store ofAnonymous;

    /**
     * Creates empty stores.
     *
     * @param all the maximum heap for all documents, in bytes; each of the two stores gets half of it
     * @param ofOne the maximum heap for the documents of one party, in bytes
     */
    RegisteredDocuments(long all, long ofOne) {
        long each = all / 2;
        this.ofOne = Math.min(each, ofOne);
        this.ofSubjects = new Store(each);
        this.ofAnonymous = new Store(each);
    }

    /** The document that this party registered by this hash; null if there is none, or if it was evicted. */
    @Nullable
    String find(Party party, String hash) {
        return store(party).find(party, hash);
    }

    /** Keeps a document, and evicts the party's least recently used ones if they take too much memory. */
    void register(Party party, String hash, String text) {
        store(party).register(party, hash, text);
    }

    private Store store(Party party) {
        return party.anonymous() ? ofAnonymous : ofSubjects;
    }

    /** The documents of several parties; evicts all documents of the least recently active party. */
    private final class Store {
        private final long most;
        private final Map<Party, Documents> parties = new LinkedHashMap<>(16, 0.75f, true);
        private long taken;

        Store(long most) {
            this.most = most;
        }

        synchronized @Nullable String find(Party party, String hash) {
            Documents own = parties.get(party);
            return own == null ? null : own.documents.get(hash);
        }

        synchronized void register(Party party, String hash, String text) {
            if (Documents.SIZE + Documents.size(text) > ofOne) {
                return;
            }
            Documents own = parties.get(party);
            if (own == null) {
                own = new Documents();
                parties.put(party, own);
                taken += own.taken;
            }
            taken -= own.taken;
            own.put(hash, text, ofOne);
            taken += own.taken;
            for (Iterator<Documents> leastRecent = parties.values().iterator(); taken > most; ) {
                taken -= leastRecent.next().taken;
                leastRecent.remove();
            }
        }
    }

    /** The documents of one party by their hashes, the most recently used last. */
    private static final class Documents {
        // Estimated bytes of heap: of an empty instance with its party, and of an entry without its text.
        private static final long SIZE = 500;
        private static final long ENTRY = 250;

        private final Map<String, String> documents = new LinkedHashMap<>(4, 0.75f, true);
        private long taken = SIZE;

        private static long size(String text) {
            return ENTRY + text.length() * (text.chars().allMatch(character -> character < 256) ? 1L : 2L);
        }

        private void put(String hash, String text, long most) {
            taken += documents.put(hash, text) == null ? size(text) : 0;
            for (Iterator<String> oldest = documents.values().iterator(); taken > most; ) {
                taken -= size(oldest.next());
                oldest.remove();
            }
        }
    }
}
