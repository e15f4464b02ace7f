package nl.kring.crm.enrolment.price;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/**
 * So many seats of an edition cost members nothing. Without a version: whoever changes it holds the row lock of the seats of
 * the edition.
 */
@Entity
public class MemberSeats {

    @Id
    private Long editionId;

    private int seats;
    private int taken;

    protected MemberSeats() {}

    MemberSeats(Long editionId) {
        this.editionId = editionId;
    }

    /** The caller has seen that no fewer are left than were given. */
    void offer(int newSeats) {
        seats = newSeats;
    }

    public boolean hasFree() {
        return taken < seats;
    }

    /** Gives one away. The caller holds the row lock of the seats and has seen that one is free. */
    public void take() {
        taken++;
    }

    /** Takes one back. The caller holds the row lock of the seats. */
    public void release() {
        taken--;
    }

    public int getSeats() {
        return seats;
    }

    public int getTaken() {
        return taken;
    }

    Long getEditionId() {
        return editionId;
    }
}
