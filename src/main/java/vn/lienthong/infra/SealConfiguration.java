package vn.lienthong.infra;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import vn.lienthong.trust.MasterKey;
import vn.lienthong.trust.Seal;

/** The master key of this installation and the seal made from it: one for every context. */
@Configuration(proxyBeanMethods = false)
class SealConfiguration {

    @Bean
    MasterKey masterKey(HubHome home, Environment environment) {
        return MasterKeyFile.read(home, environment.getProperty(MasterKeyFile.VARIABLE, ""));
    }

    @Bean
    Seal seal(MasterKey masterKey) {
        return new Seal(masterKey);
    }
}
