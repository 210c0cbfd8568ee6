package org.jointdefence.registry.accessmatrix;

import io.quarkus.test.junit.QuarkusTest;

/** By reading, in the service of the tests. */
@QuarkusTest
class AccessMatrixTest extends AccessByReading {}
