package org.jointdefence.registry.accessmatrix;

import io.quarkus.test.junit.QuarkusTest;

/** By filters, in the service of the tests. */
@QuarkusTest
class AccessMatrixFiltersTest extends AccessByFilters {}
