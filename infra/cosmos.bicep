// The Cosmos DB account of Leermoment with its containers, and the one identity that may read and write in it.
// An Entra identity cannot make containers: they are made here, from the same declarations that the service reads by
// (containers.json, written by `npm run containers`).

@description('The name of the account, as it stands in its address.')
param accountName string

@description('The object id of the identity that the service runs as.')
param principalId string

@description('Where the data lies: inside the European Union.')
@allowed(['westeurope', 'northeurope', 'germanywestcentral', 'francecentral', 'swedencentral'])
param location string = 'westeurope'

param database string = 'leermoment'
param containers array = loadJsonContent('containers.json')

resource account 'Microsoft.DocumentDB/databaseAccounts@2024-11-15' = {
  name: accountName
  location: location
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    locations: [{ locationName: location, failoverPriority: 0 }]
    // Several processes share it: what one of them has written the others must read at once, which a session of their own
    // does not promise. One region, so that nobody waits for another.
    consistencyPolicy: { defaultConsistencyLevel: 'Strong' }
    // Entra identity only: an account without keys has none to lose.
    disableLocalAuth: true
    minimalTlsVersion: 'Tls12'
    capabilities: [{ name: 'EnableServerless' }]
    // What a person had erased is gone from the backups after seven days.
    backupPolicy: { type: 'Continuous', continuousModeProperties: { tier: 'Continuous7Days' } }
  }
}

resource sqlDatabase 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2024-11-15' = {
  parent: account
  name: database
  properties: { resource: { id: database } }
}

resource container 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-11-15' = [
  for one in containers: {
    parent: sqlDatabase
    name: one.id
    properties: { resource: one }
  }
]

// Cosmos DB Built-in Data Contributor: documents, and nothing about the account.
resource access 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-11-15' = {
  parent: account
  name: guid(account.id, principalId, database)
  properties: {
    principalId: principalId
    roleDefinitionId: '${account.id}/sqlRoleDefinitions/00000000-0000-0000-0000-000000000002'
    scope: '${account.id}/dbs/${database}'
  }
  dependsOn: [sqlDatabase]
}

output endpoint string = account.properties.documentEndpoint
