package nl.kring.crm.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * A data source that counts what is asked of the database, also where somebody goes around Hibernate. Connections that were
 * closed are used again.
 */
public final class CountingSource {

    private final AtomicLong asked = new AtomicLong();
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final DataSource source;

    public CountingSource(DataSource source) {
        this.source = source;
    }

    public DataSource source() {
        return counted(DataSource.class, source);
    }

    /** How often something was asked since the beginning; a batch is one question. */
    public long asked() {
        return asked.get();
    }

    private <T> T counted(Class<T> type, Object real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(real, method, arguments)));
    }

    private Object call(Object real, Method method, Object[] arguments) throws Throwable {
        if (real instanceof Statement && method.getName().startsWith("execute")) {
            asked.incrementAndGet();
        }
        if (real instanceof Connection connection && method.getName().equals("close")) {
            idle.push(connection);
            return null;
        }
        Connection kept = real == source && method.getName().equals("getConnection") ? idle.poll() : null;
        if (kept != null) {
            return counted(Connection.class, kept);
        }
        try {
            Object answer = method.invoke(real, arguments);
            Class<?> type = method.getReturnType();
            boolean watched = type == Connection.class
                    || type == Statement.class
                    || type == PreparedStatement.class
                    || type == CallableStatement.class;
            return watched && answer != null ? counted(type, answer) : answer;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
