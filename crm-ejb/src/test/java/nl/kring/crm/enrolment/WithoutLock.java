package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.kring.crm.agenda.SeatCount;

/** Reads the seats without locking them, nor vouchers, and goes on when all others have read the seats too. */
final class WithoutLock extends SeatAllocation {

    private final CyclicBarrier allHaveRead;

    WithoutLock(EntityManager em, Clock clock, CyclicBarrier allHaveRead) {
        super(em, clock);
        this.allHaveRead = allHaveRead;
    }

    @Override
    LockModeType lockMode() {
        return LockModeType.NONE;
    }

    @Override
    SeatCount lock(Long editionId) {
        SeatCount read = super.lock(editionId);
        try {
            allHaveRead.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
        return read;
    }
}
