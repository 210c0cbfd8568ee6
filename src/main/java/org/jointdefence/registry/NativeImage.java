package org.jointdefence.registry;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.annotations.RegisterResourceBundle;
import io.quarkus.runtime.annotations.RegisterResources;

/** What the native image holds for libraries that look it up by name, beyond what Quarkus registers itself. */
// Caffeine's cache with a weigher and a maximum weight, which it picks by spelling out its features.
@RegisterForReflection(classNames = "com.github.benmanes.caffeine.cache.SSMW")
@RegisterResources(globs = "page-documents.json")
interface NativeImage {

    /** The texts of graphql-java, which it opens when it makes an error. Quarkus overlooks an annotation that is repeated. */
    interface Texts {

        @RegisterResourceBundle(bundleName = "i18n.Execution")
        interface Execution {}

        @RegisterResourceBundle(bundleName = "i18n.General")
        interface General {}

        @RegisterResourceBundle(bundleName = "i18n.Parsing")
        interface Parsing {}

        @RegisterResourceBundle(bundleName = "i18n.Scalars")
        interface Scalars {}

        @RegisterResourceBundle(bundleName = "i18n.Validation")
        interface Validation {}
    }
}
