package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Comparator;
import java.util.List;
import nl.kring.crm.enrolment.price.FrozenPrice;
import nl.kring.crm.enrolment.price.MemberSeats;
import nl.kring.crm.enrolment.price.Voucher;
import nl.kring.crm.platform.InvalidInputException;

/**
 * What a price takes of what there is a limited number of: a free seat for members, a use of a voucher. Taken and given back
 * under the row lock of the seats; asks nothing of the database where the price takes nothing.
 */
final class PriceClaims {

    private final EntityManager em;
    private final LockModeType lockMode;

    PriceClaims(EntityManager em, LockModeType lockMode) {
        this.em = em;
        this.lockMode = lockMode;
    }

    /**
     * Asks before a seat or a place is taken, so that who is refused for the price has taken none.
     *
     * @param seat whether there is a seat; who waits gets no free one
     * @throws InvalidInputException it would cost more than was shown
     */
    void requireShown(Enrolment wanted, boolean seat) {
        FrozenPrice frozen = wanted.getFrozen();
        if (frozen == null || frozen.getVoucherId() != null) {
            return; // of a voucher it is known when it was used
        }
        boolean free = seat
                && frozen.mayHaveMemberSeat()
                && em.find(MemberSeats.class, wanted.getEdition().getId()).hasFree();
        if (!free) {
            frozen.mustNotExceedWhatWasShown();
        }
    }

    /** Settles the price of somebody who was just given a seat or a place. Who waits gets no free seat. */
    void settle(Enrolment wanted) {
        FrozenPrice frozen = wanted.getFrozen();
        if (frozen == null) {
            return;
        }
        if (frozen.mayHaveMemberSeat() && wanted.getState() == EnrolmentState.CONFIRMED) {
            MemberSeats free = em.find(MemberSeats.class, wanted.getEdition().getId());
            if (free.hasFree()) {
                free.take();
                frozen.takeMemberSeat();
            }
        }
        if (frozen.getVoucherId() != null) {
            em.find(Voucher.class, frozen.getVoucherId(), lockMode).use();
        }
        frozen.mustNotExceedWhatWasShown();
        wanted.freeze(frozen);
    }

    /** The same for many: vouchers in one order for all, so that nobody waits for each other. */
    void giveBack(List<Enrolment> ended) {
        ended.stream()
                .filter(each -> each.getFrozen() != null)
                .sorted(Comparator.comparing(
                        each -> each.getFrozen().getVoucherId(), Comparator.nullsFirst(Comparator.naturalOrder())))
                .forEach(this::giveBack);
    }

    /** Gives back what the price took: the free seat with the seat, the use of a voucher when ending it cost nothing. */
    void giveBack(Enrolment ended) {
        FrozenPrice frozen = ended.getFrozen();
        if (frozen == null) {
            return;
        }
        if (frozen.isMemberSeat()) {
            em.find(MemberSeats.class, ended.getEdition().getId()).release();
        }
        if (frozen.getVoucherId() != null && ended.getFeeCents() == 0) {
            Voucher voucher = em.find(Voucher.class, frozen.getVoucherId(), lockMode);
            voucher.giveBack();
        }
    }
}
