package org.jointdefence.registry;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.annotations.RegisterResourceBundle;

/** What the native image holds for libraries that look it up by name, beyond what Quarkus registers itself. */
// Caffeine's cache with a weigher and a maximum weight, which it picks by spelling out its features.
@RegisterForReflection(classNames = "com.github.benmanes.caffeine.cache.SSMW")
// The texts of graphql-java, which it opens when it makes an error.
@RegisterResourceBundle(bundleName = "i18n.Execution")
@RegisterResourceBundle(bundleName = "i18n.General")
@RegisterResourceBundle(bundleName = "i18n.Parsing")
@RegisterResourceBundle(bundleName = "i18n.Scalars")
@RegisterResourceBundle(bundleName = "i18n.Validation")
final class NativeImage {

    private NativeImage() {}
}
