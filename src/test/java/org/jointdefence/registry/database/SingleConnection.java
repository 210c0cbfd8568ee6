package org.jointdefence.registry.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A pool with one connection, which stays open when it is given back. */
public final class SingleConnection {

    private SingleConnection() {}

    public static DataSource of(Connection connection) {
        return of(connection, sql -> {});
    }

    /**
     * The same.
     *
     * @param prepared takes the text of whatever is prepared
     */
    public static DataSource of(Connection connection, Consumer<String> prepared) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    if (!method.getName().equals("getConnection")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return keptOpen(connection, prepared);
                });
    }

    private static Connection keptOpen(Connection connection, Consumer<String> prepared) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    if (method.getName().equals("prepareStatement")) {
                        prepared.accept((String) arguments[0]);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
