package vn.lienthong.hub.intake.collect;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.hub.platform.retention.Purge;

/** What was fetched long ago is forgotten; were it still on offer, the register would know it again. */
@Configuration(proxyBeanMethods = false)
class CollectRetention {

    @Bean
    Purge fetchedItems() {
        return new Purge("collected-items", Duration.ofDays(1095), """
                delete from hub.collected_items where (sender, item) in (
                  select sender, item from hub.collected_items where seen_at < :before limit :limit)""");
    }

    /** Only those whose report was given. */
    @Bean
    Purge answeredFiles() {
        return new Purge("taken-files", Duration.ofDays(365), """
                delete from hub.taken_files where (sender, receipt, name) in (
                  select sender, receipt, name from hub.taken_files where answered_at < :before limit :limit)""");
    }
}
