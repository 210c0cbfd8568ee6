package org.jointdefence.registry.request.document;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jointdefence.registry.budget.Party;
import org.jspecify.annotations.Nullable;

/**
 * Documents that callers registered by their hash (Apollo's automatic persisted queries). A party finds what it has registered
 * itself and nothing else, so that no answer tells what another one has sent. Callers without a token have a store of their
 * own, so that they push out nothing of those with one.
 */
final class RegisteredDocuments {

    private final long ofOne;
    private final Store ofSubjects;
    private final Store ofAnonymous;

    /**
     * Empty stores.
     *
     * @param all how many bytes of memory all documents together may take, those of callers without a token half of that
     * @param ofOne how many those of one party may take
     */
    RegisteredDocuments(long all, long ofOne) {
        long each = all / 2;
        this.ofOne = Math.min(each, ofOne);
        this.ofSubjects = new Store(each);
        this.ofAnonymous = new Store(each);
    }

    /** The document that this party registered by this hash; null if there is none any more. */
    @Nullable
    String find(Party party, String hash) {
        return store(party).find(party, hash);
    }

    /** Keeps a document; the party loses those that it has not used for the longest time, if it has too many. */
    void register(Party party, String hash, String text) {
        store(party).register(party, hash, text);
    }

    private Store store(Party party) {
        return party.anonymous() ? ofAnonymous : ofSubjects;
    }

    /** The documents of several parties. When there are too many, the party that was away for the longest time loses its own. */
    private final class Store {
        private final long most;
        private final Map<Party, Shelf> shelves = new LinkedHashMap<>(16, 0.75f, true);
        private long taken;

        Store(long most) {
            this.most = most;
        }

        synchronized @Nullable String find(Party party, String hash) {
            Shelf shelf = shelves.get(party);
            return shelf == null ? null : shelf.documents.get(hash);
        }

        synchronized void register(Party party, String hash, String text) {
            if (Shelf.SIZE + Shelf.size(text) > ofOne) {
                return;
            }
            Shelf shelf = shelves.get(party);
            if (shelf == null) {
                shelf = new Shelf();
                shelves.put(party, shelf);
                taken += shelf.taken;
            }
            taken -= shelf.taken;
            shelf.put(hash, text, ofOne);
            taken += shelf.taken;
            for (Iterator<Shelf> longestAway = shelves.values().iterator(); taken > most; ) {
                taken -= longestAway.next().taken;
                longestAway.remove();
            }
        }
    }

    /** The documents of one party by their hashes, those that were used latest last. */
    private static final class Shelf {
        /** Bytes of an empty one with its party, and of an entry besides its text. */
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
