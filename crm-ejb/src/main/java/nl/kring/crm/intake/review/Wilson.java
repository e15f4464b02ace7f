package nl.kring.crm.intake.review;

import java.io.Serializable;

/**
 * How often something was right, and between what the true share lies with 95 % certainty (Wilson's interval, which also
 * holds when nothing was wrong yet).
 *
 * @param judged how many were judged
 */
public record Wilson(long right, long judged) implements Serializable {

    private static final double Z = 1.959964;

    public double share() {
        return judged == 0 ? 0 : (double) right / judged;
    }

    public double low() {
        return right == 0 ? 0 : middle() - half();
    }

    public double high() {
        return right == judged ? 1 : middle() + half();
    }

    private double middle() {
        return (share() + Z * Z / (2 * judged)) / (1 + Z * Z / judged);
    }

    private double half() {
        double spread = share() * (1 - share()) / judged + Z * Z / (4.0 * judged * judged);
        return Z * Math.sqrt(spread) / (1 + Z * Z / judged);
    }
}
