package org.jointdefence.registry.nativeimage;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What our classes execute while the image is built: their static initialisers, the constructors and observers of the beans
 * that the schema needs, and whatever of ours these call.
 */
record BuildTimeCode(JavaClasses classes, Set<JavaClass> beans) {

    /** What must not be asked then, since the machine and the moment of the build would answer it for ever. */
    private static final Pattern ASKED = Pattern.compile(String.join(
            "|",
            "java\\.lang\\.System\\.(currentTimeMillis|nanoTime|getenv|getProperty|getProperties|lineSeparator|console)",
            "java\\.lang\\.Runtime\\.(availableProcessors|maxMemory|totalMemory|freeMemory|addShutdownHook)",
            "java\\.lang\\.management\\.ManagementFactory\\..*",
            "java\\.lang\\.ProcessHandle\\.current",
            "java\\.lang\\.(Integer|Long)\\.get(Integer|Long)",
            "java\\.lang\\.Boolean\\.getBoolean",
            "java\\.lang\\.Math\\.random",
            "java\\.lang\\.Thread\\.(start|startVirtualThread)",
            "java\\.time\\..*\\.(now|systemDefault|systemUTC|systemDefaultZone|system)",
            "java\\.util\\.TimeZone\\.getDefault",
            "java\\.util\\.Locale\\.getDefault",
            "java\\.util\\.UUID\\.randomUUID",
            "java\\.nio\\.charset\\.Charset\\.defaultCharset",
            "java\\.net\\.InetAddress\\.(getLocalHost|getByName|getAllByName|getLoopbackAddress)",
            "java\\.util\\.concurrent\\.ThreadLocalRandom\\.current",
            "org\\.eclipse\\.microprofile\\.config\\.ConfigProvider\\.getConfig"));

    /** What must not be asked, each with who asks. */
    List<String> findings() {
        List<String> findings = new ArrayList<>();
        Set<JavaCodeUnit> visited = new HashSet<>();
        Deque<JavaCodeUnit> waiting = new ArrayDeque<>(Stream.concat(
                        classes.stream().flatMap(type -> type.getStaticInitializer().stream()),
                        beans.stream().flatMap(BuildTimeCode::executed))
                .toList());
        while (!waiting.isEmpty()) {
            JavaCodeUnit unit = waiting.remove();
            if (visited.add(unit)) {
                unit.getCallsFromSelf().stream()
                        // A lambda is made now and executed later.
                        .filter(call -> !call.isDeclaredInLambda())
                        .map(JavaCall::getTarget)
                        .forEach(target -> {
                            String called = target.getOwner().getName() + '.' + target.getName();
                            if (ASKED.matcher(called).matches()) {
                                findings.add(
                                        unit.getOwner().getName() + " asks " + called + " while the image is built");
                            }
                            ours(target).forEach(waiting::add);
                        });
            }
        }
        return findings;
    }

    private static Stream<JavaCodeUnit> executed(JavaClass bean) {
        return Stream.concat(
                bean.getConstructors().stream(),
                bean.getMethods().stream()
                        .filter(method -> method.getParameters().stream().anyMatch(ImageHeap::observesTheBuilder)));
    }

    private Stream<? extends JavaCodeUnit> ours(CodeUnitCallTarget target) {
        return target.resolveMember().stream()
                .filter(unit -> classes.contain(unit.getOwner().getName()));
    }
}
