package nl.kring.crm.registry.provenance;

/**
 * A row of a delivery that the register did not bring before, or not so.
 *
 * @param record the number of the stored row; null for a new one
 * @param handedBack true when the organisation was handed back just this
 * @param says what it says, with the person of the stored row
 */
public record ArrivedRow(int rowNumber, Long record, boolean handedBack, KnownRecord says) {

    public String key() {
        return says.sourceKey();
    }
}
