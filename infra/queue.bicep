// The queue in which Leermoment lets due work wait, and the one identity that may send and receive in it. It holds ids of
// tenants and names of jobs: nothing anybody wrote.

@description('The name of the storage account, as it stands in its address: lower case letters and figures.')
@minLength(3)
@maxLength(24)
param accountName string

@description('The object id of the identity that the service runs as.')
param principalId string

@description('Where the queue is: inside the European Union, and best where the service runs.')
@allowed(['westeurope', 'northeurope', 'germanywestcentral', 'francecentral', 'swedencentral'])
param location string = 'westeurope'

param queueName string = 'leermoment'

// Storage Queue Data Contributor: messages, and nothing about the account.
var contributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: accountName
  location: location
  kind: 'StorageV2'
  // Three data centres: what waits is not lost with one of them.
  sku: { name: 'Standard_ZRS' }
  properties: {
    // Entra identity only: an account without keys has none to lose.
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    supportsHttpsTrafficOnly: true
    minimumTlsVersion: 'TLS1_2'
  }
}

resource queues 'Microsoft.Storage/storageAccounts/queueServices@2024-01-01' = {
  parent: account
  name: 'default'
}

resource queue 'Microsoft.Storage/storageAccounts/queueServices/queues@2024-01-01' = {
  parent: queues
  name: queueName
}

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: queue
  name: guid(queue.id, principalId, contributor)
  properties: {
    principalId: principalId
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', contributor)
  }
}

output url string = '${account.properties.primaryEndpoints.queue}${queueName}'
