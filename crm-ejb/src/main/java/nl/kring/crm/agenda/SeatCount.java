package nl.kring.crm.agenda;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/**
 * The one contended row of an edition, without a version: whoever changes it holds its row lock. Only the seat
 * allocation of the enrolments writes {@code taken} and {@code lastPlace}; "full" is derived, never stored.
 */
@Entity
public class SeatCount {

    @Id
    private Long editionId;

    private int capacity;
    private int taken;
    private int lastPlace;
    private int extra;

    protected SeatCount() {}

    SeatCount(Long editionId, int capacity) {
        this.editionId = editionId;
        this.capacity = capacity;
    }

    /** Gives the edition more or fewer seats. The caller holds the row lock and has seen that no taken seat goes. */
    void resize(int newCapacity) {
        capacity = newCapacity;
    }

    public Long getEditionId() {
        return editionId;
    }

    public int getCapacity() {
        return capacity;
    }

    public int getTaken() {
        return taken;
    }

    /** The last place on the waiting list that was given out; places only go up. */
    public int getLastPlace() {
        return lastPlace;
    }

    /** Seats that staff gave beyond the last one. */
    public int getExtra() {
        return extra;
    }

    public int free() {
        return capacity - taken;
    }

    public boolean isFull() {
        return taken >= capacity;
    }

    /** Takes a seat. The caller holds the row lock and has seen that one is free. */
    public void take() {
        taken++;
    }

    /** Gives a seat back. The caller holds the row lock. */
    public void release() {
        taken--;
    }

    /** Gives a seat beyond the last one. The caller holds the row lock. */
    public void takeExtra() {
        extra++;
    }

    /** Takes away a seat that was beyond the last one. The caller holds the row lock. */
    public void releaseExtra() {
        extra--;
    }

    /** Gives out the next place on the waiting list. The caller holds the row lock. */
    public int nextPlace() {
        return ++lastPlace;
    }
}
