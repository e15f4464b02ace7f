package nl.kring.crm.web.agenda;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import nl.kring.crm.agenda.course.ProfileForm;

/** Who pays a part, as typed. */
public class SponsorRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final UUID uuid;
    private String name;
    private BigDecimal amount;
    private LocalDate contract;
    private boolean independent;
    private LocalDate stated;

    SponsorRow() {
        uuid = null;
    }

    SponsorRow(ProfileForm.Sponsor row) {
        uuid = row.uuid();
        name = row.name();
        amount = Cents.euros(row.amountCents());
        contract = row.contractSignedOn();
        independent = row.independent();
        stated = row.independentOn();
    }

    ProfileForm.Sponsor said() {
        return new ProfileForm.Sponsor(uuid, name, Cents.of(amount), contract, independent, stated);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(BigDecimal amount) {
        this.amount = amount;
    }

    public LocalDate getContract() {
        return contract;
    }

    public void setContract(LocalDate contract) {
        this.contract = contract;
    }

    public boolean isIndependent() {
        return independent;
    }

    public void setIndependent(boolean independent) {
        this.independent = independent;
    }

    public LocalDate getStated() {
        return stated;
    }

    public void setStated(LocalDate stated) {
        this.stated = stated;
    }
}
