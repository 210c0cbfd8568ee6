package org.jointdefence.registry.accessmatrix;

import io.quarkus.test.junit.QuarkusTest;

/** By orders and cursors, in the service of the tests. */
@QuarkusTest
class AccessMatrixOrdersTest extends AccessByOrders {}
