package nl.kring.crm.communication;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Looks every two seconds for messages that wait, and has them sent one by one. */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Outbox {

    private static final int A_ROUND = 50;

    @Inject
    private OutboxDesk desk;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void sendWaiting() {
        int sent = 0;
        while (sent < A_ROUND && desk.sendNext()) {
            sent++;
        }
    }
}
