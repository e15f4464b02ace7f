package nl.kring.crm.agenda;

import jakarta.ejb.SessionContext;
import java.lang.reflect.Proxy;

/** A caller whom the container knows as nobody in particular; whether the transaction is to be undone is remembered. */
public final class NoAdministrator {

    private NoAdministrator() {}

    public static SessionContext context() {
        return context(() -> {});
    }

    public static SessionContext context(Runnable undone) {
        return (SessionContext) Proxy.newProxyInstance(
                NoAdministrator.class.getClassLoader(),
                new Class<?>[] {SessionContext.class},
                (context, method, arguments) -> switch (method.getName()) {
                    case "isCallerInRole" -> false;
                    case "setRollbackOnly" -> {
                        undone.run();
                        yield null;
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
