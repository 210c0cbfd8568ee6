package org.jointdefence.registry.accessmatrix;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jointdefence.registry.Persona;
import org.jointdefence.registry.catalogue.Concepts;

/** The access matrix on a running service, wherever that and its callers' tokens come from. */
public abstract class AccessMatrixRunner {

    public static List<String> personas() {
        return AccessMatrix.read().personas();
    }

    /** Who asks: with tokens of the embedded server, unless it is said otherwise. */
    protected Persona persona(String name) {
        return Persona.named(name);
    }

    /** Does this for each of them, two at a time, since those who ask mostly wait; fails as the first one fails. */
    static <T> void forEach(Collection<T> all, Consumer<T> action) {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Callable<Boolean>> tasks = all.stream()
                    .<Callable<Boolean>>map(each -> () -> {
                        action.accept(each);
                        return true;
                    })
                    .toList();
            for (Future<Boolean> task : threads.invokeAll(tasks)) {
                task.get();
            }
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause().getMessage(), failure.getCause());
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }

    final PersonaClient personaClient(String persona) {
        return new PersonaClient(
                persona(persona), new ExpectedAccess(AccessMatrix.read(), Shape.of(Concepts.CATALOGUE), persona));
    }
}
