/** What a native image needs, asserted on the JVM. */
package org.jointdefence.registry.nativeimage;
