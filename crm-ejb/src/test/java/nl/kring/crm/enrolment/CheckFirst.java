package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.kring.crm.agenda.SeatCount;

/**
 * Check first, write later, for negative controls: the row of the seats is read without its lock, nobody waits for who speaks
 * for the same person, and nobody writes before all others have looked as well.
 */
final class CheckFirst {

    private final EntityManager em;
    private final CyclicBarrier allHaveLooked;
    private int looks;

    private CheckFirst(EntityManager em, int looks, CyclicBarrier allHaveLooked) {
        this.em = em;
        this.looks = looks;
        this.allHaveLooked = allHaveLooked;
    }

    /** @param looks how often one looks at the seats, or at a row anew, before writing */
    static EntityManager of(EntityManager em, int looks, CyclicBarrier allHaveLooked) {
        CheckFirst first = new CheckFirst(em, looks, allHaveLooked);
        return (EntityManager) Proxy.newProxyInstance(
                EntityManager.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> first.call(method, arguments));
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        boolean finds = method.getName().equals("find") && arguments[0] == SeatCount.class;
        if (method.getName().equals("createNativeQuery")) {
            arguments[0] = ((String) arguments[0]).replace("pg_advisory_xact_lock(", "concat(");
        }
        try {
            Object answer = finds ? em.find(SeatCount.class, arguments[1]) : method.invoke(em, arguments);
            if (finds || method.getName().equals("refresh")) {
                looked();
            }
            return answer;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void looked() {
        if (--looks == 0) {
            try {
                allHaveLooked.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
