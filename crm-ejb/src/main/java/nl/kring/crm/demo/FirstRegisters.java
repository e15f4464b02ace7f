package nl.kring.crm.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import nl.kring.crm.intake.Registers;
import nl.kring.crm.intake.ShippedRegisters;

/** The registers that the first participants hand over, with the meaning of their columns. */
@Dependent
class FirstRegisters {

    @Inject
    private Registers registers;

    void create() {
        ShippedRegisters.definitions().forEach(registers::create);
    }
}
