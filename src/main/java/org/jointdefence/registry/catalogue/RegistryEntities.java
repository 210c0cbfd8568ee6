package org.jointdefence.registry.catalogue;

import jakarta.inject.Singleton;
import java.util.List;
import org.jointdefence.registry.agreement.Agreement;
import org.jointdefence.registry.agreement.AgreementParty;
import org.jointdefence.registry.agreement.Programme;
import org.jointdefence.registry.disclosure.DisclosedValue;
import org.jointdefence.registry.disclosure.Disclosure;
import org.jointdefence.registry.facility.ProductionFacility;
import org.jointdefence.registry.funding.Allocation;
import org.jointdefence.registry.funding.CampaignSplit;
import org.jointdefence.registry.funding.DonorShare;
import org.jointdefence.registry.funding.FundraisingCampaign;
import org.jointdefence.registry.funding.Milestone;
import org.jointdefence.registry.funding.SystemSplit;
import org.jointdefence.registry.funding.Transaction;
import org.jointdefence.registry.label.Change;
import org.jointdefence.registry.label.ClassificationLevel;
import org.jointdefence.registry.label.ConfidentialityLabel;
import org.jointdefence.registry.label.Country;
import org.jointdefence.registry.label.LevelEquivalence;
import org.jointdefence.registry.label.Portion;
import org.jointdefence.registry.partner.FirmAddress;
import org.jointdefence.registry.partner.FirmIdentifier;
import org.jointdefence.registry.partner.FirmName;
import org.jointdefence.registry.partner.PartnerFirm;
import org.jointdefence.registry.publicrecord.Organisation;
import org.jointdefence.registry.publicrecord.OrganisationAddress;
import org.jointdefence.registry.publicrecord.OrganisationIdentifier;
import org.jointdefence.registry.publicrecord.OrganisationName;
import org.jointdefence.registry.publicrecord.Person;
import org.jointdefence.registry.publicrecord.Post;
import org.jointdefence.registry.publicrecord.Source;
import org.jointdefence.registry.publicrecord.Statement;
import org.jointdefence.registry.selection.model.EntityCatalogue;
import org.jointdefence.registry.weapon.MilitaryListCategory;
import org.jointdefence.registry.weapon.WeaponSystem;

/** The entity classes of all entity types in the schema; add new ones here. */
@Singleton
class RegistryEntities implements EntityCatalogue {
    @Override
    public List<Class<?>> entities() {
        return List.of(
                Country.class,
                ClassificationLevel.class,
                LevelEquivalence.class,
                ConfidentialityLabel.class,
                Portion.class,
                Change.class,
                Organisation.class,
                OrganisationName.class,
                OrganisationIdentifier.class,
                OrganisationAddress.class,
                Person.class,
                Post.class,
                Statement.class,
                Source.class,
                PartnerFirm.class,
                FirmName.class,
                FirmIdentifier.class,
                FirmAddress.class,
                ProductionFacility.class,
                MilitaryListCategory.class,
                WeaponSystem.class,
                Agreement.class,
                AgreementParty.class,
                Programme.class,
                Allocation.class,
                Transaction.class,
                SystemSplit.class,
                FundraisingCampaign.class,
                CampaignSplit.class,
                DonorShare.class,
                Milestone.class,
                Disclosure.class,
                DisclosedValue.class);
    }
}
