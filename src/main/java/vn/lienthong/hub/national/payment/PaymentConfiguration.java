package vn.lienthong.hub.national.payment;

import java.time.Clock;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.catalog.Agencies;
import vn.lienthong.hub.catalog.Procedures;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.dossier.PaidFees;
import vn.lienthong.hub.national.sync.SyncSettings;
import vn.lienthong.hub.national.sync.Workers;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.database.DatabaseBreaker;

@Configuration(proxyBeanMethods = false)
class PaymentConfiguration {

    @Bean
    Settlements paymentSettlements(
            PaidFees fees, Payments payments, TransactionTemplate transaction, Workers nationalWorkers) {
        return new Settlements(fees, payments, transaction, nationalWorkers::wake);
    }

    @Bean
    Confirmations paymentConfirmations(
            Payments payments,
            Settlements settlements,
            PaymentAccess access,
            Audit audit,
            TransactionTemplate transaction,
            DatabaseBreaker database,
            Clock clock) {
        return new Confirmations(
                payments, settlements, access.rules(), access.secret(), audit, transaction, database, clock);
    }

    @Bean
    PaymentPlatform paymentPlatform(PaymentAccess access, Clock clock) {
        return new PaymentPlatform(access.platform(), access.rules(), access.secret(), clock);
    }

    @Bean
    Cashier paymentCashier(
            Dossiers dossiers,
            Procedures procedures,
            Agencies agencies,
            Payments payments,
            PaymentPlatform platform,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        return new Cashier(
                dossiers, new Cashier.Catalogues(procedures, agencies), payments, platform, audit, transaction, clock);
    }

    @Bean
    Comparison paymentComparison(
            Payments payments,
            PaymentPlatform platform,
            Confirmations confirmations,
            Settlements settlements,
            PaymentAccess access,
            Clock clock) {
        return new Comparison(payments, platform, confirmations, settlements, access.rules(), clock);
    }

    @Bean
    SmartLifecycle paymentComparing(
            Comparison comparison, PaymentAccess access, DatabaseBreaker database, SyncSettings settings) {
        return new Comparing(comparison, access, database, settings.enabled());
    }
}
