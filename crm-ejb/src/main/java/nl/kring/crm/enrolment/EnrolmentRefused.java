package nl.kring.crm.enrolment;

import nl.kring.crm.platform.BusinessException;

/** A rule of enrolling or cancelling says no; one class a reason. */
public abstract class EnrolmentRefused extends BusinessException {

    private static final long serialVersionUID = 1L;

    EnrolmentRefused(String code) {
        super(code);
    }

    /** The edition is a draft or does not take place. */
    public static class NotPublished extends EnrolmentRefused {
        private static final long serialVersionUID = 1L;

        NotPublished() {
            super("enrolment-not-published");
        }
    }

    /** The edition is announced; enrolling begins later. */
    public static class NotOpenYet extends EnrolmentRefused {
        private static final long serialVersionUID = 1L;

        NotOpenYet() {
            super("enrolment-not-open-yet");
        }
    }

    /** The last moment for enrolling has passed. */
    public static class Closed extends EnrolmentRefused {
        private static final long serialVersionUID = 1L;

        Closed() {
            super("enrolment-closed");
        }
    }

    /** The person has a seat or a waiting place there. */
    public static class AlreadyEnrolled extends EnrolmentRefused {
        private static final long serialVersionUID = 1L;

        AlreadyEnrolled() {
            super("enrolment-already");
        }
    }

    /** The course is not meant for the person's profession. */
    public static class OutsideAudience extends EnrolmentRefused {
        private static final long serialVersionUID = 1L;

        OutsideAudience() {
            super("enrolment-audience");
        }
    }

    /** There is no seat left and no waiting list. */
    public static class Full extends EnrolmentRefused {
        private static final long serialVersionUID = 1L;

        Full() {
            super("enrolment-full");
        }
    }

    /** The idempotency key was used before for another edition or person. */
    public static class KeyReused extends EnrolmentRefused {
        private static final long serialVersionUID = 1L;

        KeyReused() {
            super("enrolment-key-reused");
        }
    }

    /** The edition has started, so that there is nothing left to cancel. */
    public static class Started extends EnrolmentRefused {
        private static final long serialVersionUID = 1L;

        Started() {
            super("enrolment-started");
        }
    }

    /** The seat that was offered is held no longer, or there was no offer. */
    public static class OfferOver extends EnrolmentRefused {
        private static final long serialVersionUID = 1L;

        OfferOver() {
            super("enrolment-offer-over");
        }
    }

    /** The person has a seat when the same course is held another time. */
    public static class SeatInRepeat extends EnrolmentRefused {
        private static final long serialVersionUID = 1L;

        SeatInRepeat() {
            super("enrolment-seat-in-repeat");
        }
    }

    /** The seat is sure: giving it up may cost something, so that it asks for signing in. */
    public static class SeatIsSure extends EnrolmentRefused {
        private static final long serialVersionUID = 1L;

        SeatIsSure() {
            super("enrolment-seat-is-sure");
        }
    }

    /** Only who has a seat can pass it on. */
    public static class NoSeat extends EnrolmentRefused {
        private static final long serialVersionUID = 1L;

        NoSeat() {
            super("enrolment-no-seat");
        }
    }

    /** A seat passes on free of charge to somebody of the same profession alone. */
    public static class OtherProfession extends EnrolmentRefused {
        private static final long serialVersionUID = 1L;

        OtherProfession() {
            super("enrolment-other-profession");
        }
    }

    /** Seats are given by lot: nobody is given one before the draw. */
    public static class WaitsForDraw extends EnrolmentRefused {
        private static final long serialVersionUID = 1L;

        WaitsForDraw() {
            super("enrolment-waits-for-draw");
        }
    }

    /** Somebody wishes or waits for a seat, so that it stays as it was said how seats are given. */
    public static class DrawStands extends EnrolmentRefused {
        private static final long serialVersionUID = 1L;

        DrawStands() {
            super("enrolment-draw-stands");
        }
    }

    /** The edition is for the staff of other organisations. */
    public static class OutsideCompany extends EnrolmentRefused {
        private static final long serialVersionUID = 1L;

        OutsideCompany() {
            super("enrolment-outside-company");
        }
    }

    /** Staff, or the lot, decide about each request, so that nobody can take a seat for somebody without a name. */
    public static class NamesFirst extends EnrolmentRefused {
        private static final long serialVersionUID = 1L;

        NamesFirst() {
            super("enrolment-names-first");
        }
    }

    /** The day has passed until which seats can be reserved, or the reserved seat is there no more. */
    public static class ReservationOver extends EnrolmentRefused {
        private static final long serialVersionUID = 1L;

        ReservationOver() {
            super("enrolment-reservation-over");
        }
    }

    /** Seats are kept, or limited, so that they do not fit together. */
    public static class QuotasDoNotFit extends EnrolmentRefused {
        private static final long serialVersionUID = 1L;

        QuotasDoNotFit() {
            super("enrolment-quotas");
        }
    }

    /** The enrolment has ended, so that there is nothing left to change. */
    public static class Ended extends EnrolmentRefused {
        private static final long serialVersionUID = 1L;

        Ended() {
            super("enrolment-ended");
        }
    }

    /** An organisation pays for its staff: nobody of them says otherwise. */
    public static class CompanyPays extends EnrolmentRefused {
        private static final long serialVersionUID = 1L;

        CompanyPays() {
            super("enrolment-company-pays");
        }
    }

    /** The price was invoiced already: only the organiser can change who pays. */
    public static class Invoiced extends EnrolmentRefused {
        private static final long serialVersionUID = 1L;

        Invoiced() {
            super("enrolment-invoiced");
        }
    }
}
